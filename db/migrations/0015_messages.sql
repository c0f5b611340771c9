CREATE TABLE `message_reads` (
	`application_id` text NOT NULL,
	`side` text NOT NULL,
	`read_to` integer NOT NULL,
	PRIMARY KEY(`application_id`, `side`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` text NOT NULL,
	`side` text NOT NULL,
	`author_id` text NOT NULL,
	`author_name` text NOT NULL,
	`section` text NOT NULL,
	`field` text NOT NULL,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_application` ON `messages` (`application_id`,`number`);--> statement-breakpoint
CREATE TRIGGER messages_no_update BEFORE UPDATE ON messages BEGIN SELECT RAISE(ABORT, 'messages is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER messages_no_delete BEFORE DELETE ON messages BEGIN SELECT RAISE(ABORT, 'messages is append-only'); END;
