CREATE TABLE `text_blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`office_code` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_by_name` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `text_blocks_office` ON `text_blocks` (`office_code`,`title`);--> statement-breakpoint
ALTER TABLE `review_comments` ADD `reason` text;