CREATE TABLE `edition_replays` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`problem` text,
	`started_by_name` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`edition_id`) REFERENCES `rulebook_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `edition_replays_edition` ON `edition_replays` (`edition_id`);--> statement-breakpoint
CREATE TABLE `replayed_plans` (
	`replay_id` text NOT NULL,
	`position` integer NOT NULL,
	`application_id` text NOT NULL,
	`kinds` text,
	`difference` text,
	PRIMARY KEY(`replay_id`, `position`),
	FOREIGN KEY (`replay_id`) REFERENCES `edition_replays`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
