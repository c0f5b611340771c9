CREATE TABLE `confirmation_attachment_removals` (
	`attachment_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`removed_by` text NOT NULL,
	`removed_at` text NOT NULL,
	FOREIGN KEY (`attachment_id`) REFERENCES `confirmation_attachments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmation_attachment_removals_at` ON `confirmation_attachment_removals` (`removed_at`);--> statement-breakpoint
CREATE TABLE `confirmation_attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`confirmation_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`attached_by` text NOT NULL,
	`attached_by_name` text NOT NULL,
	`attached_at` text NOT NULL,
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmation_attachments_confirmation` ON `confirmation_attachments` (`confirmation_id`,`attached_at`);--> statement-breakpoint
CREATE INDEX `confirmation_attachments_sha256` ON `confirmation_attachments` (`sha256`);--> statement-breakpoint
CREATE TABLE `confirmation_documents` (
	`confirmation_id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`template_version` text NOT NULL,
	`signature_level` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmation_letters`(`confirmation_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmation_documents_sha256` ON `confirmation_documents` (`sha256`);--> statement-breakpoint
CREATE TABLE `confirmation_downloads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`confirmation_id` text NOT NULL,
	`account_id` text NOT NULL,
	`account_name` text NOT NULL,
	`channel` text NOT NULL,
	`sha256` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmation_letters`(`confirmation_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmation_downloads_confirmation` ON `confirmation_downloads` (`confirmation_id`);--> statement-breakpoint
CREATE TABLE `confirmation_events` (
	`confirmation_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`confirmation_id`, `sequence`),
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `confirmation_filed_attachments` (
	`confirmation_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`attachment_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind_name` text NOT NULL,
	`file_name` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`confirmation_id`, `sequence`, `attachment_id`),
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `confirmation_attachments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmation_filed_attachments_sha256` ON `confirmation_filed_attachments` (`sha256`);--> statement-breakpoint
CREATE TABLE `confirmation_filings` (
	`confirmation_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`edition_id` text NOT NULL,
	`answers` text NOT NULL,
	`requirements` text NOT NULL,
	`findings` text NOT NULL,
	`office_code` text NOT NULL,
	`office_name` text NOT NULL,
	`receipt_number` text NOT NULL,
	`filed_by` text NOT NULL,
	`filed_by_name` text NOT NULL,
	`filed_at` text NOT NULL,
	PRIMARY KEY(`confirmation_id`, `sequence`),
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `rulebook_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `confirmation_letters` (
	`confirmation_id` text PRIMARY KEY NOT NULL,
	`company_key` text NOT NULL,
	`type` text NOT NULL,
	`number` text NOT NULL,
	`code` text NOT NULL,
	`confirmed_on` text NOT NULL,
	`office_code` text NOT NULL,
	`acquisition_month` text NOT NULL,
	`closing_month` integer NOT NULL,
	`notice` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `confirmation_letters_number` ON `confirmation_letters` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `confirmation_letters_code` ON `confirmation_letters` (`code`);--> statement-breakpoint
CREATE INDEX `confirmation_letters_company` ON `confirmation_letters` (`company_key`,`confirmed_on`);--> statement-breakpoint
CREATE INDEX `confirmation_letters_type` ON `confirmation_letters` (`type`,`confirmed_on`);--> statement-breakpoint
CREATE TABLE `confirmation_uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`confirmation_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `confirmation_uses` (
	`confirmation_id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmation_letters`(`confirmation_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmation_uses_application` ON `confirmation_uses` (`application_id`);--> statement-breakpoint
CREATE TABLE `confirmations` (
	`id` text PRIMARY KEY NOT NULL,
	`company_key` text NOT NULL,
	`company_name` text NOT NULL,
	`type` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`answers` text NOT NULL,
	`filing_sequence` integer NOT NULL,
	`receipt_number` text,
	`office_code` text,
	`proposal` text,
	`filed_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `confirmations_receipt` ON `confirmations` (`receipt_number`);--> statement-breakpoint
CREATE INDEX `confirmations_company` ON `confirmations` (`company_key`,`created_at`);--> statement-breakpoint
CREATE INDEX `confirmations_office` ON `confirmations` (`office_code`,`filed_at`,`id`);--> statement-breakpoint
CREATE INDEX `confirmations_filed` ON `confirmations` (`filed_at`,`id`);