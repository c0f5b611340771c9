CREATE TABLE `closure_overrides` (
	`corporate_number` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`corporate_number`, `created_at`)
);
--> statement-breakpoint
CREATE TABLE `company_facts` (
	`corporate_number` text PRIMARY KEY NOT NULL,
	`facts` text,
	`fetched_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `directory_health` (
	`source` text PRIMARY KEY NOT NULL,
	`succeeded_at` text,
	`failed_at` text,
	`failure` text,
	`failures` integer NOT NULL,
	`drifted_at` text,
	`drift` text
);
--> statement-breakpoint
CREATE TABLE `submission_facts` (
	`application_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`registered` text NOT NULL,
	`facts` text,
	`fetched_at` text,
	PRIMARY KEY(`application_id`, `sequence`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
