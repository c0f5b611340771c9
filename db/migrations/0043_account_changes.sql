ALTER TABLE `accounts` ADD `successor_id` text;--> statement-breakpoint
ALTER TABLE `access_changes` ADD `target` text;--> statement-breakpoint
ALTER TABLE `access_changes` ADD `from_company` text;--> statement-breakpoint
ALTER TABLE `access_changes` ADD `to_company` text;--> statement-breakpoint
CREATE INDEX `access_changes_subject` ON `access_changes` (`subject`);--> statement-breakpoint
CREATE INDEX `access_changes_from_company` ON `access_changes` (`from_company`);--> statement-breakpoint
CREATE UNIQUE INDEX `access_changes_open` ON `access_changes` (`kind`,`subject`) WHERE outcome is null and kind in ('stopAccount', 'resumeAccount', 'relinkAccount');
--> statement-breakpoint
DROP TRIGGER access_changes_only_decide;
--> statement-breakpoint
CREATE TRIGGER access_changes_only_decide BEFORE UPDATE ON access_changes WHEN old.outcome IS NOT NULL OR new.id IS NOT old.id OR new.kind IS NOT old.kind OR new.subject IS NOT old.subject OR new.role IS NOT old.role OR new.office_code IS NOT old.office_code OR new.target IS NOT old.target OR new.from_company IS NOT old.from_company OR new.to_company IS NOT old.to_company OR new.reason IS NOT old.reason OR new.asked_by IS NOT old.asked_by OR new.asked_by_name IS NOT old.asked_by_name OR new.asked_at IS NOT old.asked_at BEGIN SELECT RAISE(ABORT, 'access_changes can only be decided'); END;
--> statement-breakpoint
DROP TRIGGER access_changes_two_people;
--> statement-breakpoint
CREATE TRIGGER access_changes_two_people BEFORE UPDATE ON access_changes WHEN new.outcome = 'confirmed' AND (new.decided_by IS NULL OR new.decided_by IN (old.asked_by, old.subject, coalesce(old.target, ''))) BEGIN SELECT RAISE(ABORT, 'access_changes needs a second person'); END;
