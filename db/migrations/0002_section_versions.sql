CREATE TABLE `application_section_versions` (
	`application_id` text NOT NULL,
	`section` text NOT NULL,
	`version` integer NOT NULL,
	`answers` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_by_name` text NOT NULL,
	`saved_at` text NOT NULL,
	`channel` text NOT NULL,
	PRIMARY KEY(`application_id`, `section`, `version`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `section_leases` (
	`application_id` text NOT NULL,
	`section` text NOT NULL,
	`account_id` text NOT NULL,
	`holder_name` text NOT NULL,
	`tab_id` text NOT NULL,
	`taken_at` text NOT NULL,
	`expires_at` text NOT NULL,
	PRIMARY KEY(`application_id`, `section`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
