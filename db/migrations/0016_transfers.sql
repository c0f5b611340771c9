CREATE TABLE `transfers` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` text NOT NULL,
	`routed_office` text NOT NULL,
	`from_office` text NOT NULL,
	`to_office` text NOT NULL,
	`reason` text NOT NULL,
	`transferred_by` text NOT NULL,
	`transferred_by_name` text NOT NULL,
	`transferred_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `transfers_application` ON `transfers` (`application_id`);--> statement-breakpoint
CREATE INDEX `transfers_from` ON `transfers` (`from_office`,`sequence`);--> statement-breakpoint
CREATE INDEX `transfers_to` ON `transfers` (`to_office`,`sequence`);