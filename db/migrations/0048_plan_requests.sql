CREATE TABLE `plan_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`company_key` text NOT NULL,
	`successor_key` text,
	`ground` text,
	`effective_on` text,
	`reason` text NOT NULL,
	`file_name` text,
	`media_type` text,
	`size` integer,
	`sha256` text,
	`office_code` text,
	`side` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_by_name` text NOT NULL,
	`decision_note` text NOT NULL,
	`decided_by` text,
	`decided_by_name` text,
	`decided_at` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_key`) REFERENCES `companies`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_requests_open` ON `plan_requests` (`plan_id`) WHERE status = 'proposed';--> statement-breakpoint
CREATE INDEX `plan_requests_plan` ON `plan_requests` (`plan_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `plan_requests_company` ON `plan_requests` (`company_key`,`status`);--> statement-breakpoint
CREATE INDEX `plan_requests_successor` ON `plan_requests` (`successor_key`,`status`);--> statement-breakpoint
CREATE INDEX `plan_requests_office` ON `plan_requests` (`office_code`,`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `plan_requests_sha256` ON `plan_requests` (`sha256`);--> statement-breakpoint
ALTER TABLE `plans` ADD `prefecture` text;--> statement-breakpoint
CREATE INDEX `plans_guideline` ON `plans` (`guideline_id`,`end_month`,`id`);--> statement-breakpoint
CREATE INDEX `plans_prefecture` ON `plans` (`prefecture`,`end_month`,`id`);--> statement-breakpoint
CREATE INDEX `plans_ended` ON `plans` (`end_month`,`id`) WHERE ended is not null;--> statement-breakpoint
UPDATE `plans` SET `prefecture` = (SELECT `prefecture` FROM `applications` WHERE `applications`.`id` = `plans`.`id`);
