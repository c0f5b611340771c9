CREATE TABLE `attachment_removals` (
	`attachment_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`removed_by` text NOT NULL,
	`removed_at` text NOT NULL,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachment_removals_at` ON `attachment_removals` (`removed_at`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`row_ids` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`attached_by` text NOT NULL,
	`attached_by_name` text NOT NULL,
	`attached_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachments_application` ON `attachments` (`application_id`,`attached_at`);--> statement-breakpoint
CREATE INDEX `attachments_sha256` ON `attachments` (`sha256`);--> statement-breakpoint
CREATE TABLE `content_facts` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sha256` text NOT NULL,
	`fact` text NOT NULL,
	`detail` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `content_facts_sha256` ON `content_facts` (`sha256`,`sequence`);--> statement-breakpoint
CREATE TABLE `submission_attachments` (
	`application_id` text NOT NULL,
	`submission_sequence` integer NOT NULL,
	`attachment_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`kind_name` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`application_id`, `submission_sequence`, `attachment_id`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submission_attachments_sha256` ON `submission_attachments` (`sha256`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`row_ids` text NOT NULL,
	`replaces` text,
	`file_name` text NOT NULL,
	`size` integer,
	`state` text NOT NULL,
	`refusal` text,
	`attachment_id` text,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `uploads_application` ON `uploads` (`application_id`);--> statement-breakpoint
CREATE INDEX `uploads_updated` ON `uploads` (`updated_at`);