CREATE TABLE `progress_report_drafts` (
	`plan_id` text NOT NULL,
	`year` integer NOT NULL,
	`answers` text NOT NULL,
	`version` integer NOT NULL,
	`updated_by_name` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`plan_id`, `year`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `progress_reports` (
	`plan_id` text NOT NULL,
	`year` integer NOT NULL,
	`edition` integer NOT NULL,
	`state` text NOT NULL,
	`form` text NOT NULL,
	`plan_version` integer NOT NULL,
	`plan_number` text NOT NULL,
	`company_key` text NOT NULL,
	`company_name` text NOT NULL,
	`office_code` text NOT NULL,
	`answers` text NOT NULL,
	`content` text NOT NULL,
	`reason` text NOT NULL,
	`filed_by` text NOT NULL,
	`filed_by_name` text NOT NULL,
	`filed_at` text NOT NULL,
	`received_on` text,
	`received_by_name` text,
	PRIMARY KEY(`plan_id`, `year`, `edition`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `progress_reports_office` ON `progress_reports` (`office_code`,`state`,`filed_at`,`plan_id`);--> statement-breakpoint
CREATE INDEX `progress_reports_state` ON `progress_reports` (`state`,`filed_at`,`plan_id`);--> statement-breakpoint
CREATE TABLE `report_dues` (
	`plan_id` text PRIMARY KEY NOT NULL,
	`company_key` text NOT NULL,
	`office_code` text NOT NULL,
	`year` integer NOT NULL,
	`opens_on` text NOT NULL,
	`due_on` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_dues_office` ON `report_dues` (`office_code`,`due_on`,`plan_id`);--> statement-breakpoint
CREATE INDEX `report_dues_due` ON `report_dues` (`due_on`,`plan_id`);