import type { ToolBox } from "../tools.ts";

/** 添付のユースケースが使う道具。 */
export type AttachmentTools = Pick<ToolBox, "uploads" | "storage" | "scanner">;

/** 受け取りの進み具合。 */
export type UploadProgress =
  | { readonly state: "receiving"; readonly offset: number }
  | { readonly state: "attached"; readonly attachmentId: string }
  | { readonly state: "refused"; readonly message: string };
