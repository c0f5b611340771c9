CREATE TABLE `certificate_editions` (
	`application_id` text NOT NULL,
	`edition` integer NOT NULL,
	`code` text,
	`notice` text,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`application_id`, `edition`),
	FOREIGN KEY (`application_id`) REFERENCES `certifications`(`application_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_editions_code` ON `certificate_editions` (`code`);--> statement-breakpoint
CREATE TABLE `certificate_revocations` (
	`application_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`revoked_on` text NOT NULL,
	`revoked_by` text NOT NULL,
	`revoked_by_name` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `certifications`(`application_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request_buckets` (
	`key` text PRIMARY KEY NOT NULL,
	`window_start` text NOT NULL,
	`used` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `issued_documents` ADD `signature_level` text;--> statement-breakpoint
ALTER TABLE `issued_documents` ADD `manifest_sha256` text;--> statement-breakpoint
CREATE INDEX `issued_documents_sha256` ON `issued_documents` (`sha256`);