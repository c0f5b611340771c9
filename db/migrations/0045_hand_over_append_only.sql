CREATE TRIGGER hand_over_findings_no_update BEFORE UPDATE ON hand_over_findings BEGIN SELECT RAISE(ABORT, 'hand_over_findings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER hand_over_findings_no_delete BEFORE DELETE ON hand_over_findings BEGIN SELECT RAISE(ABORT, 'hand_over_findings is append-only'); END;
