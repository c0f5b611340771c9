CREATE TRIGGER publications_no_update BEFORE UPDATE ON publications BEGIN SELECT RAISE(ABORT, 'publications is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER publications_no_delete BEFORE DELETE ON publications BEGIN SELECT RAISE(ABORT, 'publications is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER published_plans_no_update BEFORE UPDATE ON published_plans BEGIN SELECT RAISE(ABORT, 'published_plans is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER published_plans_no_delete BEFORE DELETE ON published_plans BEGIN SELECT RAISE(ABORT, 'published_plans is append-only'); END;
