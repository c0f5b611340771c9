CREATE TABLE `unread_threads` (
	`application_id` text NOT NULL,
	`side` text NOT NULL,
	PRIMARY KEY(`side`, `application_id`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mail_bounces` (
	`mail_id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`side` text NOT NULL,
	`to_address` text NOT NULL,
	`reason` text NOT NULL,
	`received_at` text NOT NULL,
	`confirmed_by_name` text,
	`confirmed_at` text,
	FOREIGN KEY (`mail_id`) REFERENCES `mails`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_bounces_application` ON `mail_bounces` (`application_id`);--> statement-breakpoint
CREATE TABLE `notice_choices` (
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`choices` text NOT NULL,
	`daily` integer NOT NULL,
	`version` integer NOT NULL,
	`updated_by_name` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`subject_kind`, `subject_id`)
);
--> statement-breakpoint
CREATE INDEX `notice_choices_daily` ON `notice_choices` (`subject_kind`,`daily`);--> statement-breakpoint
DROP INDEX `outbox_due`;--> statement-breakpoint
ALTER TABLE `outbox` ADD `lane` text DEFAULT 'single' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `application_id` text;--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`);--> statement-breakpoint
CREATE INDEX `outbox_application` ON `outbox` (`application_id`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`lane`,`state`,`available_at`);--> statement-breakpoint
ALTER TABLE `mails` ADD `side` text DEFAULT 'applicant' NOT NULL;--> statement-breakpoint
CREATE INDEX `mails_message_id` ON `mails` (`message_id`);
--> statement-breakpoint
INSERT INTO `unread_threads` (`application_id`, `side`)
SELECT DISTINCT `messages`.`application_id`, CASE `messages`.`side` WHEN 'office' THEN 'applicant' ELSE 'office' END
FROM `messages`
WHERE `messages`.`number` > coalesce((
	SELECT `read_to` FROM `message_reads`
	WHERE `message_reads`.`application_id` = `messages`.`application_id`
	AND `message_reads`.`side` = CASE `messages`.`side` WHEN 'office' THEN 'applicant' ELSE 'office' END
), 0);
--> statement-breakpoint
UPDATE `mails` SET `side` = 'office' WHERE `template` = 'arrived';
--> statement-breakpoint
UPDATE `outbox` SET `application_id` = json_extract(`payload`, '$.applicationId') WHERE `topic` = 'mail';
