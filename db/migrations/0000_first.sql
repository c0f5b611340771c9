CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`display_name` text NOT NULL,
	`email` text,
	`account_type` text,
	`company_key` text,
	`parent_subject` text,
	`claims` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_issuer_subject` ON `accounts` (`issuer`,`subject`);--> statement-breakpoint
CREATE INDEX `accounts_company` ON `accounts` (`company_key`);--> statement-breakpoint
CREATE TABLE `companies` (
	`key` text PRIMARY KEY NOT NULL,
	`corporation_type` text NOT NULL,
	`name` text NOT NULL,
	`representative` text NOT NULL,
	`prefecture` text NOT NULL,
	`address` text NOT NULL,
	`source` text NOT NULL,
	`sourced_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `login_attempts` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`attempt` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `login_attempts_expires` ON `login_attempts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`authenticated_at` text NOT NULL,
	`idle_until` text NOT NULL,
	`absolute_until` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_absolute_until` ON `sessions` (`absolute_until`);--> statement-breakpoint
CREATE TABLE `staff_assignments` (
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`office_code` text NOT NULL,
	`ministry` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`account_id`, `role`, `office_code`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_assignments_office` ON `staff_assignments` (`office_code`,`role`);--> statement-breakpoint
CREATE TABLE `application_events` (
	`application_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`application_id`, `sequence`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `application_sections` (
	`application_id` text NOT NULL,
	`section` text NOT NULL,
	`answers` text NOT NULL,
	`version` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`application_id`, `section`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`company_key` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`company_name` text NOT NULL,
	`receipt_number` text,
	`office_code` text,
	`ministry` text,
	`industry_code` text,
	`guideline_id` text,
	`prefecture` text,
	`edition_id` text,
	`submission_sequence` integer NOT NULL,
	`filed_at` text,
	`accepted_on` text,
	`assignee_id` text,
	`proposal` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`company_key`) REFERENCES `companies`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `applications_company` ON `applications` (`company_key`,`updated_at`);--> statement-breakpoint
CREATE INDEX `applications_office` ON `applications` (`office_code`,`filed_at`,`id`);--> statement-breakpoint
CREATE INDEX `applications_office_status` ON `applications` (`office_code`,`status`,`filed_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `applications_receipt_number` ON `applications` (`receipt_number`);--> statement-breakpoint
CREATE TABLE `review_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`submission_sequence` integer NOT NULL,
	`section` text NOT NULL,
	`field` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_comments_application` ON `review_comments` (`application_id`,`submission_sequence`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`receipt_number` text NOT NULL,
	`edition_id` text NOT NULL,
	`answers` text NOT NULL,
	`document` text NOT NULL,
	`findings` text NOT NULL,
	`routing` text NOT NULL,
	`filed_by` text NOT NULL,
	`filed_by_name` text NOT NULL,
	`filed_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `rulebook_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_sequence` ON `submissions` (`application_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `certifications` (
	`application_id` text PRIMARY KEY NOT NULL,
	`company_key` text NOT NULL,
	`number` text NOT NULL,
	`certified_on` text NOT NULL,
	`office_code` text NOT NULL,
	`edition_id` text NOT NULL,
	`certified_by` text NOT NULL,
	`notice` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `rulebook_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certifications_number` ON `certifications` (`number`);--> statement-breakpoint
CREATE INDEX `certifications_company` ON `certifications` (`company_key`);--> statement-breakpoint
CREATE TABLE `document_downloads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_id` text NOT NULL,
	`account_id` text NOT NULL,
	`account_name` text NOT NULL,
	`channel` text NOT NULL,
	`sha256` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `issued_documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_downloads_document` ON `document_downloads` (`document_id`);--> statement-breakpoint
CREATE TABLE `intents` (
	`key` text NOT NULL,
	`action` text NOT NULL,
	`result` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`action`, `key`)
);
--> statement-breakpoint
CREATE TABLE `issued_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`company_key` text NOT NULL,
	`kind` text NOT NULL,
	`edition` integer NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`template_version` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `issued_documents_edition` ON `issued_documents` (`application_id`,`kind`,`edition`);--> statement-breakpoint
CREATE TABLE `number_series` (
	`series` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`actor_role` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`details` text NOT NULL,
	`request_id` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text,
	`template` text NOT NULL,
	`to_name` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`message_id` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mails_application` ON `mails` (`application_id`);--> statement-breakpoint
CREATE INDEX `mails_created` ON `mails` (`created_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`available_at` text NOT NULL,
	`lease_until` text,
	`last_error` text,
	`created_at` text NOT NULL,
	`done_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_topic_key` ON `outbox` (`topic`,`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`available_at`);--> statement-breakpoint
CREATE TABLE `rulebook_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`status` text NOT NULL,
	`effective_from` text NOT NULL,
	`source_hash` text NOT NULL,
	`published_at` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rulebook_facts` (
	`edition_id` text NOT NULL,
	`table_name` text NOT NULL,
	`key` text NOT NULL,
	`position` integer NOT NULL,
	`body` text NOT NULL,
	`certainty` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`edition_id`, `table_name`, `key`),
	FOREIGN KEY (`edition_id`) REFERENCES `rulebook_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rulebook_facts_order` ON `rulebook_facts` (`edition_id`,`table_name`,`position`);