CREATE TRIGGER sharing_consents_no_update BEFORE UPDATE ON sharing_consents BEGIN SELECT RAISE(ABORT, 'sharing_consents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER sharing_consents_no_delete BEFORE DELETE ON sharing_consents BEGIN SELECT RAISE(ABORT, 'sharing_consents is append-only'); END;
