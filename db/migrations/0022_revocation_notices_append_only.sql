CREATE TRIGGER revocation_notices_no_update BEFORE UPDATE ON revocation_notices BEGIN SELECT RAISE(ABORT, 'revocation_notices is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER revocation_notices_no_delete BEFORE DELETE ON revocation_notices BEGIN SELECT RAISE(ABORT, 'revocation_notices is append-only'); END;
