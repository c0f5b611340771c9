export * from "./accounts.ts";
export * from "./applications.ts";
export * from "./attachments.ts";
export * from "./certifications.ts";
export * from "./listings.ts";
export * from "./operations.ts";
export * from "./rulebook.ts";
export * from "./section-versions.ts";
