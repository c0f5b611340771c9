CREATE TRIGGER confirmation_filings_no_update BEFORE UPDATE ON confirmation_filings BEGIN SELECT RAISE(ABORT, 'confirmation_filings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_filings_no_delete BEFORE DELETE ON confirmation_filings BEGIN SELECT RAISE(ABORT, 'confirmation_filings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_events_no_update BEFORE UPDATE ON confirmation_events BEGIN SELECT RAISE(ABORT, 'confirmation_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_events_no_delete BEFORE DELETE ON confirmation_events BEGIN SELECT RAISE(ABORT, 'confirmation_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_attachments_no_update BEFORE UPDATE ON confirmation_attachments BEGIN SELECT RAISE(ABORT, 'confirmation_attachments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_attachments_no_delete BEFORE DELETE ON confirmation_attachments BEGIN SELECT RAISE(ABORT, 'confirmation_attachments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_attachment_removals_no_update BEFORE UPDATE ON confirmation_attachment_removals BEGIN SELECT RAISE(ABORT, 'confirmation_attachment_removals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_attachment_removals_no_delete BEFORE DELETE ON confirmation_attachment_removals BEGIN SELECT RAISE(ABORT, 'confirmation_attachment_removals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_filed_attachments_no_update BEFORE UPDATE ON confirmation_filed_attachments BEGIN SELECT RAISE(ABORT, 'confirmation_filed_attachments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_filed_attachments_no_delete BEFORE DELETE ON confirmation_filed_attachments BEGIN SELECT RAISE(ABORT, 'confirmation_filed_attachments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_letters_no_update BEFORE UPDATE ON confirmation_letters BEGIN SELECT RAISE(ABORT, 'confirmation_letters is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_letters_no_delete BEFORE DELETE ON confirmation_letters BEGIN SELECT RAISE(ABORT, 'confirmation_letters is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_documents_no_update BEFORE UPDATE ON confirmation_documents BEGIN SELECT RAISE(ABORT, 'confirmation_documents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_documents_no_delete BEFORE DELETE ON confirmation_documents BEGIN SELECT RAISE(ABORT, 'confirmation_documents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_downloads_no_update BEFORE UPDATE ON confirmation_downloads BEGIN SELECT RAISE(ABORT, 'confirmation_downloads is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_downloads_no_delete BEFORE DELETE ON confirmation_downloads BEGIN SELECT RAISE(ABORT, 'confirmation_downloads is append-only'); END;
