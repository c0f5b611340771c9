CREATE TRIGGER access_changes_no_delete BEFORE DELETE ON access_changes BEGIN SELECT RAISE(ABORT, 'access_changes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER access_changes_only_decide BEFORE UPDATE ON access_changes WHEN old.outcome IS NOT NULL OR new.id IS NOT old.id OR new.kind IS NOT old.kind OR new.subject IS NOT old.subject OR new.role IS NOT old.role OR new.office_code IS NOT old.office_code OR new.reason IS NOT old.reason OR new.asked_by IS NOT old.asked_by OR new.asked_by_name IS NOT old.asked_by_name OR new.asked_at IS NOT old.asked_at BEGIN SELECT RAISE(ABORT, 'access_changes can only be decided'); END;
--> statement-breakpoint
CREATE TRIGGER access_changes_two_people BEFORE UPDATE ON access_changes WHEN new.outcome = 'confirmed' AND (new.decided_by IS NULL OR new.decided_by IS old.asked_by) BEGIN SELECT RAISE(ABORT, 'access_changes needs a second person'); END;
