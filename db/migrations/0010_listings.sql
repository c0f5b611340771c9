CREATE TABLE `application_listings` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`kind` text NOT NULL,
	`office_code` text NOT NULL,
	`ministry` text NOT NULL,
	`company_key` text NOT NULL,
	`company_name` text NOT NULL,
	`company_order` text NOT NULL,
	`receipt_number` text NOT NULL,
	`document_number` text NOT NULL,
	`edition_id` text NOT NULL,
	`industry_code` text NOT NULL,
	`guideline_id` text NOT NULL,
	`prefecture` text NOT NULL,
	`filed_on` text NOT NULL,
	`accepted_on` text NOT NULL,
	`started_on` text NOT NULL,
	`certified_on` text NOT NULL,
	`assignee_id` text NOT NULL,
	`proposal` text NOT NULL,
	`equipment_types` text NOT NULL,
	`return_kinds` text NOT NULL,
	`returns` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_listings_application` ON `application_listings` (`application_id`);--> statement-breakpoint
CREATE INDEX `application_listings_office` ON `application_listings` (`office_code`);--> statement-breakpoint
CREATE INDEX `application_listings_office_status` ON `application_listings` (`office_code`,`status`);--> statement-breakpoint
CREATE INDEX `application_listings_office_company` ON `application_listings` (`office_code`,`company_order`);--> statement-breakpoint
CREATE INDEX `application_listings_office_started` ON `application_listings` (`office_code`,`started_on`);--> statement-breakpoint
CREATE INDEX `application_listings_office_updated` ON `application_listings` (`office_code`,`updated_at`);--> statement-breakpoint
CREATE INDEX `application_listings_office_assignee` ON `application_listings` (`office_code`,`assignee_id`);--> statement-breakpoint
CREATE INDEX `application_listings_status` ON `application_listings` (`status`);--> statement-breakpoint
CREATE INDEX `application_listings_company` ON `application_listings` (`company_order`);--> statement-breakpoint
CREATE INDEX `application_listings_company_key` ON `application_listings` (`company_key`);--> statement-breakpoint
CREATE INDEX `application_listings_started` ON `application_listings` (`started_on`);--> statement-breakpoint
CREATE INDEX `application_listings_updated` ON `application_listings` (`updated_at`);--> statement-breakpoint
CREATE INDEX `application_listings_guideline` ON `application_listings` (`guideline_id`);--> statement-breakpoint
CREATE INDEX `application_listings_industry` ON `application_listings` (`industry_code`);--> statement-breakpoint
CREATE INDEX `application_listings_prefecture` ON `application_listings` (`prefecture`);--> statement-breakpoint
CREATE TABLE `list_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`format` text NOT NULL,
	`query` text NOT NULL,
	`state` text NOT NULL,
	`written` integer NOT NULL,
	`total` integer NOT NULL,
	`size` integer NOT NULL,
	`created_at` text NOT NULL,
	`done_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `list_exports_account` ON `list_exports` (`account_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `listing_counts` (
	`office_code` text NOT NULL,
	`status` text NOT NULL,
	`total` integer NOT NULL,
	PRIMARY KEY(`office_code`, `status`)
);
--> statement-breakpoint
CREATE TABLE `pinned_views` (
	`account_id` text PRIMARY KEY NOT NULL,
	`view_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`view_id`) REFERENCES `saved_views`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`owner_id` text NOT NULL,
	`owner_name` text NOT NULL,
	`office_code` text NOT NULL,
	`query` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_views_owner` ON `saved_views` (`owner_id`);--> statement-breakpoint
CREATE INDEX `saved_views_scope` ON `saved_views` (`scope`,`office_code`);