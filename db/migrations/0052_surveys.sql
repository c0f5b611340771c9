CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`filter` text NOT NULL,
	`recipients` integer NOT NULL,
	`state` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_by_name` text NOT NULL,
	`proposed_at` text NOT NULL,
	`decided_by` text,
	`decided_by_name` text,
	`decided_at` text,
	`spread_at` text,
	`stopped_by_name` text,
	`stopped_at` text
);
--> statement-breakpoint
CREATE INDEX `surveys_proposed` ON `surveys` (`proposed_at`);
--> statement-breakpoint
CREATE TRIGGER surveys_no_delete BEFORE DELETE ON surveys BEGIN SELECT RAISE(ABORT, 'surveys cannot be deleted'); END;
--> statement-breakpoint
CREATE TRIGGER surveys_only_move BEFORE UPDATE ON surveys WHEN new.id IS NOT old.id OR new.subject IS NOT old.subject OR new.body IS NOT old.body OR new.filter IS NOT old.filter OR new.recipients IS NOT old.recipients OR new.proposed_by IS NOT old.proposed_by OR new.proposed_at IS NOT old.proposed_at BEGIN SELECT RAISE(ABORT, 'surveys can only be moved'); END;
--> statement-breakpoint
CREATE TRIGGER surveys_two_people BEFORE UPDATE ON surveys WHEN new.state = 'sending' AND (new.decided_by IS NULL OR new.decided_by IS old.proposed_by) BEGIN SELECT RAISE(ABORT, 'surveys needs a second person'); END;
