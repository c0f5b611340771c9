/** 添付書類（attachment）の種類。規則集の表（attachment-kinds.csv）の一行。 */
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { RowOf } from "../rulebook/tables.ts";
import type { attachmentConditions } from "../rulebook/tables/attachment-tables.ts";

export type AttachmentKind = RowOf<"attachmentKinds">;
export type AttachmentCondition = (typeof attachmentConditions)[number];

/** 指摘の区画の名前。様式の区画ではないので、リンクは添付の画面へ向ける。 */
export const attachmentSection = "attachments";
export const attachmentSectionTitle = "書類の添付";

/** 種類の名前。いまの版に無い種類は符号のまま。 */
export const attachmentKindName = (rulebook: Rulebook, id: string): string =>
  rulebook.procedure.attachmentKinds.get(id)?.name ?? id;
