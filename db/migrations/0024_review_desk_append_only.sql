CREATE TRIGGER checklist_template_versions_no_update BEFORE UPDATE ON checklist_template_versions BEGIN SELECT RAISE(ABORT, 'checklist_template_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checklist_template_versions_no_delete BEFORE DELETE ON checklist_template_versions BEGIN SELECT RAISE(ABORT, 'checklist_template_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER application_checklists_no_update BEFORE UPDATE ON application_checklists BEGIN SELECT RAISE(ABORT, 'application_checklists is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER application_checklists_no_delete BEFORE DELETE ON application_checklists BEGIN SELECT RAISE(ABORT, 'application_checklists is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checklist_marks_no_update BEFORE UPDATE ON checklist_marks BEGIN SELECT RAISE(ABORT, 'checklist_marks is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checklist_marks_no_delete BEFORE DELETE ON checklist_marks BEGIN SELECT RAISE(ABORT, 'checklist_marks is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER substitutions_no_delete BEFORE DELETE ON substitutions BEGIN SELECT RAISE(ABORT, 'substitutions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER substitutions_only_end BEFORE UPDATE ON substitutions WHEN old.ended_at IS NOT NULL OR new.id IS NOT old.id OR new.office_code IS NOT old.office_code OR new.manager_id IS NOT old.manager_id OR new.manager_name IS NOT old.manager_name OR new.substitute_id IS NOT old.substitute_id OR new.substitute_name IS NOT old.substitute_name OR new.from_day IS NOT old.from_day OR new.to_day IS NOT old.to_day OR new.reason IS NOT old.reason OR new.created_at IS NOT old.created_at BEGIN SELECT RAISE(ABORT, 'substitutions can only be ended'); END;