CREATE TABLE `hand_over_findings` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` text NOT NULL,
	`effect` text NOT NULL,
	`file` text NOT NULL,
	`line` integer NOT NULL,
	`field` text NOT NULL,
	`code` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `hand_over_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hand_over_findings_run` ON `hand_over_findings` (`run_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `hand_over_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`manifest_sha256` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`state` text NOT NULL,
	`step` text NOT NULL,
	`position` integer NOT NULL,
	`counts` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hand_over_runs_manifest` ON `hand_over_runs` (`manifest_sha256`);--> statement-breakpoint
CREATE INDEX `hand_over_runs_started` ON `hand_over_runs` (`started_at`);