CREATE TABLE `publications` (
	`month` text NOT NULL,
	`edition` integer NOT NULL,
	`reason` text NOT NULL,
	`correction` text,
	`total` integer NOT NULL,
	`published_on` text NOT NULL,
	`published_by_name` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`month`, `edition`)
);
--> statement-breakpoint
CREATE TABLE `published_plans` (
	`month` text NOT NULL,
	`edition` integer NOT NULL,
	`position` integer NOT NULL,
	`application_id` text NOT NULL,
	`number` text NOT NULL,
	`certified_on` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`corporate_number` text NOT NULL,
	`ministry` text NOT NULL,
	`prefecture` text NOT NULL,
	`prefecture_name` text NOT NULL,
	`division` text NOT NULL,
	`division_name` text NOT NULL,
	`industry_code` text NOT NULL,
	`industry_name` text NOT NULL,
	`guideline_name` text NOT NULL,
	PRIMARY KEY(`month`, `edition`, `position`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `published_plans_number` ON `published_plans` (`month`,`edition`,`number`);--> statement-breakpoint
CREATE INDEX `certifications_certified_on` ON `certifications` (`certified_on`,`application_id`);