CREATE TABLE `review_leases` (
	`application_id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`holder_name` text NOT NULL,
	`tab_id` text NOT NULL,
	`taken_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`taken_from` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
