CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments BEGIN SELECT RAISE(ABORT, 'attachments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'attachments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER attachment_removals_no_update BEFORE UPDATE ON attachment_removals BEGIN SELECT RAISE(ABORT, 'attachment_removals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER attachment_removals_no_delete BEFORE DELETE ON attachment_removals BEGIN SELECT RAISE(ABORT, 'attachment_removals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER content_facts_no_update BEFORE UPDATE ON content_facts BEGIN SELECT RAISE(ABORT, 'content_facts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER content_facts_no_delete BEFORE DELETE ON content_facts BEGIN SELECT RAISE(ABORT, 'content_facts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submission_attachments_no_update BEFORE UPDATE ON submission_attachments BEGIN SELECT RAISE(ABORT, 'submission_attachments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submission_attachments_no_delete BEFORE DELETE ON submission_attachments BEGIN SELECT RAISE(ABORT, 'submission_attachments is append-only'); END;
