INSERT INTO application_section_versions (application_id, section, version, answers, saved_by, saved_by_name, saved_at, channel)
SELECT s.application_id, s.section, s.version, s.answers, s.updated_by, COALESCE(a.display_name, ''), s.updated_at, 'form'
FROM application_sections s LEFT JOIN accounts a ON a.id = s.updated_by;
--> statement-breakpoint
CREATE TRIGGER application_section_versions_no_update BEFORE UPDATE ON application_section_versions BEGIN SELECT RAISE(ABORT, 'application_section_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER application_section_versions_no_delete BEFORE DELETE ON application_section_versions BEGIN SELECT RAISE(ABORT, 'application_section_versions is append-only'); END;
