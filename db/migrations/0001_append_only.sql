CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER application_events_no_update BEFORE UPDATE ON application_events BEGIN SELECT RAISE(ABORT, 'application_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER application_events_no_delete BEFORE DELETE ON application_events BEGIN SELECT RAISE(ABORT, 'application_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_no_update BEFORE UPDATE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_no_delete BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER certifications_no_update BEFORE UPDATE ON certifications BEGIN SELECT RAISE(ABORT, 'certifications is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER certifications_no_delete BEFORE DELETE ON certifications BEGIN SELECT RAISE(ABORT, 'certifications is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER issued_documents_no_update BEFORE UPDATE ON issued_documents BEGIN SELECT RAISE(ABORT, 'issued_documents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER issued_documents_no_delete BEFORE DELETE ON issued_documents BEGIN SELECT RAISE(ABORT, 'issued_documents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER document_downloads_no_update BEFORE UPDATE ON document_downloads BEGIN SELECT RAISE(ABORT, 'document_downloads is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER document_downloads_no_delete BEFORE DELETE ON document_downloads BEGIN SELECT RAISE(ABORT, 'document_downloads is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER rulebook_facts_published_no_update BEFORE UPDATE ON rulebook_facts WHEN (SELECT status FROM rulebook_editions WHERE id = OLD.edition_id) <> 'draft' BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER rulebook_facts_published_no_delete BEFORE DELETE ON rulebook_facts WHEN (SELECT status FROM rulebook_editions WHERE id = OLD.edition_id) <> 'draft' BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
