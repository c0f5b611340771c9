CREATE TRIGGER review_notes_no_update BEFORE UPDATE ON review_notes BEGIN SELECT RAISE(ABORT, 'review_notes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER review_notes_no_delete BEFORE DELETE ON review_notes BEGIN SELECT RAISE(ABORT, 'review_notes is append-only'); END;
