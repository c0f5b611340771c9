CREATE TABLE `plan_events` (
	`plan_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`plan_id`, `sequence`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `plan_versions` (
	`plan_id` text NOT NULL,
	`version` integer NOT NULL,
	`application_id` text,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`certified_on` text NOT NULL,
	`start_month` text NOT NULL,
	`end_month` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`plan_id`, `version`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_versions_application` ON `plan_versions` (`application_id`);--> statement-breakpoint
CREATE INDEX `plan_versions_number` ON `plan_versions` (`number`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`company_key` text NOT NULL,
	`origin` text NOT NULL,
	`guideline_id` text,
	`office_code` text,
	`start_month` text NOT NULL,
	`end_month` text NOT NULL,
	`current_version` integer NOT NULL,
	`number` text NOT NULL,
	`certified_on` text NOT NULL,
	`ended` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`company_key`) REFERENCES `companies`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_company_number` ON `plans` (`company_key`,`number`);--> statement-breakpoint
CREATE INDEX `plans_office` ON `plans` (`office_code`,`end_month`,`id`);--> statement-breakpoint
CREATE INDEX `plans_end_month` ON `plans` (`end_month`,`id`);--> statement-breakpoint
ALTER TABLE `applications` ADD `plan_id` text;--> statement-breakpoint
ALTER TABLE `applications` ADD `base_version` integer;--> statement-breakpoint
ALTER TABLE `applications` ADD `base_number` text;--> statement-breakpoint
CREATE UNIQUE INDEX `applications_open_change_plan` ON `applications` (`plan_id`) WHERE kind = 'change' and status not in ('certified', 'declined', 'withdrawn');--> statement-breakpoint
CREATE UNIQUE INDEX `applications_open_change_number` ON `applications` (`company_key`,`base_number`) WHERE kind = 'change' and status not in ('certified', 'declined', 'withdrawn');