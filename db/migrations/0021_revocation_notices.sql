CREATE TABLE `revocation_notices` (
	`application_id` text PRIMARY KEY NOT NULL,
	`company_key` text NOT NULL,
	`number` text NOT NULL,
	`code` text NOT NULL,
	`notice` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `certificate_revocations`(`application_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revocation_notices_number` ON `revocation_notices` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `revocation_notices_code` ON `revocation_notices` (`code`);