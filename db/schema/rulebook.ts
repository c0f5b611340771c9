import type { EditionStatus } from "#app/domain/rulebook/edition-lifecycle.ts";
import type { EditKind, RowChange } from "#app/domain/rulebook/draft-table.ts";
import {
  civilDate,
  count,
  identifier,
  index,
  instant,
  json,
  primaryKey,
  table,
  uniqueIndex,
  words,
} from "./columns.ts";

/** 版。published になった版は変わらない。 */
export const rulebookEditions = table("rulebook_editions", {
  id: identifier("id").primaryKey(),
  label: words("label").notNull(),
  status: words("status").$type<EditionStatus>().notNull(),
  /** 施行日。編集中の版では予定の日。 */
  effectiveFrom: civilDate("effective_from").notNull(),
  /** 公布した中身のハッシュ。同じ一式を二度取り込まない。編集中の版では空。 */
  sourceHash: words("source_hash").notNull(),
  publishedAt: instant("published_at"),
  createdAt: instant("created_at").notNull(),
  /** 写しの元の版。ファイルから作った版では null。 */
  baseId: identifier("base_id"),
  /** 編集の通し番号。書き込むたびに一つ増える。 */
  revision: count("revision").notNull().default(0),
  createdBy: identifier("created_by").notNull().default(""),
  createdByName: words("created_by_name").notNull().default(""),
  submittedBy: identifier("submitted_by"),
  submittedByName: words("submitted_by_name"),
  submittedAt: instant("submitted_at"),
  publishedBy: identifier("published_by"),
  publishedByName: words("published_by_name"),
  /** いまの状態にした理由。 */
  statusReason: words("status_reason").notNull().default(""),
});

/** 版の中の一つの事実。 */
export const rulebookFacts = table(
  "rulebook_facts",
  {
    editionId: identifier("edition_id")
      .notNull()
      .references(() => rulebookEditions.id),
    /** 事実の番号。鍵や並びが変わっても、写しの版でも同じ。 */
    factId: identifier("fact_id").notNull(),
    tableName: words("table_name").notNull(),
    key: identifier("key").notNull(),
    position: count("position").notNull(),
    body: json<Record<string, unknown>>("body").notNull(),
    certainty: words("certainty").notNull(),
    source: words("source").notNull(),
    /** この版の中で最後に書いた編集の通し番号。写したままなら 0。 */
    version: count("version").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.factId] }),
    index("rulebook_facts_order").on(t.editionId, t.tableName, t.position),
  ],
);

/** 編集中の版への一つの編集。追記だけ。取消しも一つの編集として残る。 */
export const rulebookEdits = table(
  "rulebook_edits",
  {
    editionId: identifier("edition_id")
      .notNull()
      .references(() => rulebookEditions.id),
    revision: count("revision").notNull(),
    kind: words("kind").$type<EditKind>().notNull(),
    tableName: words("table_name").notNull(),
    changes: json<readonly RowChange[]>("changes").notNull(),
    reason: words("reason").notNull(),
    /** 取り消した編集の通し番号。取消しでなければ null。 */
    undoes: count("undoes"),
    editedBy: identifier("edited_by").notNull(),
    editedByName: words("edited_by_name").notNull(),
    editedAt: instant("edited_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.revision] }),
    uniqueIndex("rulebook_edits_undoes").on(t.editionId, t.undoes),
  ],
);
