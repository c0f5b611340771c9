CREATE TABLE `kept_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`account_id` text,
	`kind` text NOT NULL,
	`path` text NOT NULL,
	`action` text NOT NULL,
	`fields` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `kept_forms_expires` ON `kept_forms` (`expires_at`);--> statement-breakpoint
CREATE TABLE `access_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`role` text NOT NULL,
	`office_code` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_by_name` text NOT NULL,
	`asked_at` text NOT NULL,
	`decided_by` text,
	`decided_by_name` text,
	`decided_at` text,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `access_changes_asked` ON `access_changes` (`asked_at`);--> statement-breakpoint
CREATE TABLE `staff_groups` (
	`group_name` text NOT NULL,
	`role` text NOT NULL,
	`office_code` text NOT NULL,
	`ministry` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`group_name`, `role`, `office_code`)
);
--> statement-breakpoint
CREATE TABLE `staff_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`invited_by_name` text NOT NULL,
	`invited_at` text NOT NULL,
	`account_id` text,
	`used_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_invitations_email` ON `staff_invitations` (`email`);--> statement-breakpoint
CREATE TABLE `withheld_roles` (
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`office_code` text NOT NULL,
	`reason` text NOT NULL,
	`withheld_by_name` text NOT NULL,
	`withheld_at` text NOT NULL,
	PRIMARY KEY(`account_id`, `role`, `office_code`)
);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text DEFAULT '' NOT NULL;