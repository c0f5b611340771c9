INSERT INTO certificate_editions (application_id, edition, code, notice, reason, created_by, created_by_name, created_at)
SELECT c.application_id, 1, NULL, NULL, '', c.certified_by, COALESCE(a.display_name, ''), c.created_at
FROM certifications c LEFT JOIN accounts a ON a.id = c.certified_by;
--> statement-breakpoint
CREATE TRIGGER certificate_editions_no_update BEFORE UPDATE ON certificate_editions BEGIN SELECT RAISE(ABORT, 'certificate_editions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER certificate_editions_no_delete BEFORE DELETE ON certificate_editions BEGIN SELECT RAISE(ABORT, 'certificate_editions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER certificate_revocations_no_update BEFORE UPDATE ON certificate_revocations BEGIN SELECT RAISE(ABORT, 'certificate_revocations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER certificate_revocations_no_delete BEFORE DELETE ON certificate_revocations BEGIN SELECT RAISE(ABORT, 'certificate_revocations is append-only'); END;
