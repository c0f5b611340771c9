import type { ContentFact } from "#app/domain/attachment/scan-state.ts";
import type { MediaType } from "#app/domain/attachment/file-content.ts";
import { applications } from "./applications.ts";
import { count, identifier, index, instant, json, primaryKey, sequence, table, words } from "./columns.ts";

/** 添付したこと。追記だけ。取り除いたことは attachment_removals にある。 */
export const attachments = table(
  "attachments",
  {
    id: identifier("id").primaryKey(),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    /** 規則集の attachmentKinds の id。 */
    kind: words("kind").notNull(),
    /** 受け持つ設備の行。 */
    rowIds: json<readonly string[]>("row_ids").notNull(),
    fileName: words("file_name").notNull(),
    /** 中身から見分けた種類。 */
    mediaType: words("media_type").$type<MediaType>().notNull(),
    size: count("size").notNull(),
    /** SHA-256（16進）。保管庫での名前でもある。 */
    sha256: words("sha256").notNull(),
    attachedBy: identifier("attached_by").notNull(),
    attachedByName: words("attached_by_name").notNull(),
    attachedAt: instant("attached_at").notNull(),
  },
  (t) => [
    index("attachments_application").on(t.applicationId, t.attachedAt),
    index("attachments_sha256").on(t.sha256),
  ],
);

/** 添付を取り除いたこと。追記だけ。 */
export const attachmentRemovals = table(
  "attachment_removals",
  {
    attachmentId: identifier("attachment_id")
      .primaryKey()
      .references(() => attachments.id),
    reason: words("reason").$type<"removed" | "replaced" | "infected">().notNull(),
    removedBy: identifier("removed_by").notNull(),
    removedAt: instant("removed_at").notNull(),
  },
  (t) => [index("attachment_removals_at").on(t.removedAt)],
);

/** 中身（SHA-256）について起きたこと。追記だけで、最後の一つが今の状態。 */
export const contentFacts = table(
  "content_facts",
  {
    sequence: sequence("sequence"),
    sha256: words("sha256").notNull(),
    fact: words("fact").$type<ContentFact>().notNull(),
    /** 検査の道具の名前、見つかったものの名前など。 */
    detail: words("detail").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("content_facts_sha256").on(t.sha256, t.sequence)],
);

/** 申請の時の添付の控え。提出とともに凍結する。 */
export const submissionAttachments = table(
  "submission_attachments",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    /** 提出の回。 */
    submissionSequence: count("submission_sequence").notNull(),
    attachmentId: identifier("attachment_id")
      .notNull()
      .references(() => attachments.id),
    position: count("position").notNull(),
    kind: words("kind").notNull(),
    /** その時の版での種類の名前。 */
    kindName: words("kind_name").notNull(),
    fileName: words("file_name").notNull(),
    mediaType: words("media_type").$type<MediaType>().notNull(),
    size: count("size").notNull(),
    sha256: words("sha256").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.submissionSequence, t.attachmentId] }),
    index("submission_attachments_sha256").on(t.sha256),
  ],
);

/** 送っている途中のファイル。中身は隔離の置き場にあり、済むか、放っておかれたら行ごと消える。 */
export const uploads = table(
  "uploads",
  {
    id: identifier("id").primaryKey(),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    kind: words("kind").notNull(),
    rowIds: json<readonly string[]>("row_ids").notNull(),
    /** 差し替える添付。無ければ null。 */
    replaces: identifier("replaces"),
    fileName: words("file_name").notNull(),
    /** 送る側が言った大きさ。分けずに送る時は null。 */
    size: count("size"),
    state: words("state").$type<"receiving" | "attached" | "refused">().notNull(),
    /** 断った理由の文。 */
    refusal: words("refusal"),
    attachmentId: identifier("attachment_id"),
    createdBy: identifier("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("uploads_application").on(t.applicationId), index("uploads_updated").on(t.updatedAt)],
);
