CREATE TRIGGER closure_overrides_no_update BEFORE UPDATE ON closure_overrides BEGIN SELECT RAISE(ABORT, 'closure_overrides is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER closure_overrides_no_delete BEFORE DELETE ON closure_overrides BEGIN SELECT RAISE(ABORT, 'closure_overrides is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submission_facts_no_update BEFORE UPDATE ON submission_facts BEGIN SELECT RAISE(ABORT, 'submission_facts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submission_facts_no_delete BEFORE DELETE ON submission_facts BEGIN SELECT RAISE(ABORT, 'submission_facts is append-only'); END;
