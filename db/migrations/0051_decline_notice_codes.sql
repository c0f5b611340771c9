ALTER TABLE `decline_notices` ADD `code` text;--> statement-breakpoint
CREATE UNIQUE INDEX `decline_notices_code` ON `decline_notices` (`code`);