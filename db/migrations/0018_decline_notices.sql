CREATE TABLE `decline_notices` (
	`application_id` text PRIMARY KEY NOT NULL,
	`company_key` text NOT NULL,
	`number` text NOT NULL,
	`declined_on` text NOT NULL,
	`notice` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decline_notices_number` ON `decline_notices` (`number`);--> statement-breakpoint
CREATE TRIGGER decline_notices_no_update BEFORE UPDATE ON decline_notices BEGIN SELECT RAISE(ABORT, 'decline_notices is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER decline_notices_no_delete BEFORE DELETE ON decline_notices BEGIN SELECT RAISE(ABORT, 'decline_notices is append-only'); END;
