import type { RawSection } from "#app/domain/plan/field.ts";
import { applications } from "./applications.ts";
import { count, identifier, instant, json, primaryKey, table, words } from "./columns.ts";

/** 保存の道。form: ボタン、autosave: 打つ間、journal: 端末の控え、merge: ほかの人の保存と合わせた。 */
export type SaveChannel = "form" | "autosave" | "journal" | "merge";

/** 区画の保存した版の全部。追記だけ。競合したときの元の値（base）をここから引く。 */
export const applicationSectionVersions = table(
  "application_section_versions",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    section: words("section").notNull(),
    version: count("version").notNull(),
    answers: json<RawSection>("answers").notNull(),
    savedBy: identifier("saved_by").notNull(),
    savedByName: words("saved_by_name").notNull(),
    savedAt: instant("saved_at").notNull(),
    channel: words("channel").$type<SaveChannel>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.section, t.version] })],
);

/** 区画をいま編集している人。案内のためだけの短い占有で、保存を止めるものではない。 */
export const sectionLeases = table(
  "section_leases",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    section: words("section").notNull(),
    accountId: identifier("account_id").notNull(),
    holderName: words("holder_name").notNull(),
    /** どの画面（タブ）か。 */
    tabId: words("tab_id").notNull(),
    takenAt: instant("taken_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.section] })],
);
