CREATE TABLE `assign_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`office_code` text NOT NULL,
	`guideline_id` text NOT NULL,
	`division` text NOT NULL,
	`assignees` text NOT NULL,
	`turn` integer NOT NULL,
	`version` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_by_name` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `assign_rules_office` ON `assign_rules` (`office_code`,`guideline_id`,`division`);--> statement-breakpoint
CREATE TABLE `application_checklists` (
	`application_id` text NOT NULL,
	`revision` integer NOT NULL,
	`template_id` text NOT NULL,
	`template_version` integer NOT NULL,
	`items` text NOT NULL,
	`taken_by` text NOT NULL,
	`taken_by_name` text NOT NULL,
	`taken_at` text NOT NULL,
	PRIMARY KEY(`application_id`, `revision`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `checklist_marks` (
	`application_id` text NOT NULL,
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`mark` text NOT NULL,
	`note` text NOT NULL,
	`submission_sequence` integer NOT NULL,
	`marked_by` text NOT NULL,
	`marked_by_name` text NOT NULL,
	`marked_at` text NOT NULL,
	PRIMARY KEY(`application_id`, `item_id`, `version`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `checklist_template_versions` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`office_code` text NOT NULL,
	`guideline_id` text NOT NULL,
	`items` text NOT NULL,
	`removed` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_by_name` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`template_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `checklist_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`office_code` text NOT NULL,
	`guideline_id` text NOT NULL,
	`items` text NOT NULL,
	`version` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_by_name` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checklist_templates_guideline` ON `checklist_templates` (`office_code`,`guideline_id`);--> statement-breakpoint
CREATE TABLE `substitutions` (
	`id` text PRIMARY KEY NOT NULL,
	`office_code` text NOT NULL,
	`manager_id` text NOT NULL,
	`manager_name` text NOT NULL,
	`substitute_id` text NOT NULL,
	`substitute_name` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` text NOT NULL,
	`ended_at` text,
	`ended_by_name` text
);
--> statement-breakpoint
CREATE INDEX `substitutions_substitute` ON `substitutions` (`substitute_id`,`to_day`);--> statement-breakpoint
CREATE INDEX `substitutions_office` ON `substitutions` (`office_code`,`from_day`);