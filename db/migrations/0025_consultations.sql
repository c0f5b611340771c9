CREATE TABLE `consultation_results` (
	`consultation_id` text PRIMARY KEY NOT NULL,
	`result` text NOT NULL,
	`text` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`submission_sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`office_code` text NOT NULL,
	`office_name` text NOT NULL,
	`ministry` text NOT NULL,
	`question` text NOT NULL,
	`due_on` text,
	`asking_office` text NOT NULL,
	`asking_office_name` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_by_name` text NOT NULL,
	`asked_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultations_application` ON `consultations` (`application_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `consultations_office` ON `consultations` (`office_code`,`asked_at`);--> statement-breakpoint
CREATE INDEX `consultations_asking` ON `consultations` (`asking_office`,`asked_at`);--> statement-breakpoint
ALTER TABLE `application_listings` ADD `open_consultations` integer DEFAULT 0 NOT NULL;