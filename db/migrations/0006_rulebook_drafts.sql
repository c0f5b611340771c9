CREATE TABLE `rulebook_edits` (
	`edition_id` text NOT NULL,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`table_name` text NOT NULL,
	`changes` text NOT NULL,
	`reason` text NOT NULL,
	`undoes` integer,
	`edited_by` text NOT NULL,
	`edited_by_name` text NOT NULL,
	`edited_at` text NOT NULL,
	PRIMARY KEY(`edition_id`, `revision`),
	FOREIGN KEY (`edition_id`) REFERENCES `rulebook_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rulebook_edits_undoes` ON `rulebook_edits` (`edition_id`,`undoes`);--> statement-breakpoint
CREATE TABLE `__new_rulebook_facts` (
	`edition_id` text NOT NULL,
	`fact_id` text NOT NULL,
	`table_name` text NOT NULL,
	`key` text NOT NULL,
	`position` integer NOT NULL,
	`body` text NOT NULL,
	`certainty` text NOT NULL,
	`source` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`edition_id`, `fact_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `rulebook_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_rulebook_facts`("edition_id", "fact_id", "table_name", "key", "position", "body", "certainty", "source", "version") SELECT "edition_id", "table_name" || '/' || "key", "table_name", "key", "position", "body", "certainty", "source", 0 FROM `rulebook_facts`;--> statement-breakpoint
DROP TABLE `rulebook_facts`;--> statement-breakpoint
ALTER TABLE `__new_rulebook_facts` RENAME TO `rulebook_facts`;--> statement-breakpoint
CREATE INDEX `rulebook_facts_order` ON `rulebook_facts` (`edition_id`,`table_name`,`position`);--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `base_id` text;--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `created_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `created_by_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `submitted_by` text;--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `submitted_by_name` text;--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `submitted_at` text;--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `published_by` text;--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `published_by_name` text;--> statement-breakpoint
ALTER TABLE `rulebook_editions` ADD `status_reason` text DEFAULT '' NOT NULL;