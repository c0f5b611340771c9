CREATE TRIGGER rulebook_facts_published_no_insert BEFORE INSERT ON rulebook_facts WHEN (SELECT status FROM rulebook_editions WHERE id = NEW.edition_id) <> 'draft' BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER rulebook_facts_published_no_update BEFORE UPDATE ON rulebook_facts WHEN (SELECT status FROM rulebook_editions WHERE id = OLD.edition_id) <> 'draft' OR NEW.edition_id <> OLD.edition_id BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER rulebook_facts_published_no_delete BEFORE DELETE ON rulebook_facts WHEN (SELECT status FROM rulebook_editions WHERE id = OLD.edition_id) <> 'draft' BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER rulebook_editions_published_no_update BEFORE UPDATE ON rulebook_editions WHEN OLD.status = 'published' BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER rulebook_editions_no_delete BEFORE DELETE ON rulebook_editions BEGIN SELECT RAISE(ABORT, 'an edition is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER rulebook_edits_no_update BEFORE UPDATE ON rulebook_edits BEGIN SELECT RAISE(ABORT, 'rulebook_edits is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER rulebook_edits_no_delete BEFORE DELETE ON rulebook_edits BEGIN SELECT RAISE(ABORT, 'rulebook_edits is append-only'); END;
