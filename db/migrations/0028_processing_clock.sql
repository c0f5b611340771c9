ALTER TABLE `applications` ADD `pause` text;--> statement-breakpoint
ALTER TABLE `application_listings` ADD `due_on` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `application_listings` ADD `stopped_on` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `application_listings` ADD `stopped_days` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `application_listings_office_due` ON `application_listings` (`office_code`,`due_on`);--> statement-breakpoint
CREATE INDEX `application_listings_due` ON `application_listings` (`due_on`);