CREATE TABLE `api_clients` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`secret_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`webhook_url` text NOT NULL,
	`webhook_secret` text NOT NULL,
	`delivered` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` text NOT NULL,
	`confirmed_by_name` text,
	`confirmed_at` text,
	`disabled_at` text,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`scopes` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `api_tokens_expires` ON `api_tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `shared_plans` (
	`application_id` text PRIMARY KEY NOT NULL,
	`change` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	`company_key` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_plans_change` ON `shared_plans` (`change`);--> statement-breakpoint
CREATE INDEX `shared_plans_company` ON `shared_plans` (`company_key`,`change`);--> statement-breakpoint
CREATE INDEX `shared_plans_updated` ON `shared_plans` (`updated_at`);--> statement-breakpoint
CREATE TABLE `sharing_consents` (
	`application_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`given` integer NOT NULL,
	`policy_version` text NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`application_id`, `sequence`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
