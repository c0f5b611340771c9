import type { CheckMark, ChecklistItem, TakenItem } from "#app/domain/checklist/checklist.ts";
import { applications } from "./applications.ts";
import { count, flag, identifier, instant, json, primaryKey, table, uniqueIndex, words } from "./columns.ts";

/** 局の確認の一覧のひな形。指針ごとに一つ。 */
export const checklistTemplates = table(
  "checklist_templates",
  {
    id: identifier("id").primaryKey(),
    officeCode: identifier("office_code").notNull(),
    /** 空文字は、ほかに一覧のない全部の指針。 */
    guidelineId: identifier("guideline_id").notNull(),
    items: json<readonly ChecklistItem[]>("items").notNull(),
    /** 比較交換の版。 */
    version: count("version").notNull(),
    updatedBy: identifier("updated_by").notNull(),
    updatedByName: words("updated_by_name").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [uniqueIndex("checklist_templates_guideline").on(t.officeCode, t.guidelineId)],
);

/** ひな形のこれまでの版。追記だけ。 */
export const checklistTemplateVersions = table(
  "checklist_template_versions",
  {
    templateId: identifier("template_id").notNull(),
    version: count("version").notNull(),
    officeCode: identifier("office_code").notNull(),
    guidelineId: identifier("guideline_id").notNull(),
    items: json<readonly ChecklistItem[]>("items").notNull(),
    /** この版で消したか。 */
    removed: flag("removed").notNull(),
    savedBy: identifier("saved_by").notNull(),
    savedByName: words("saved_by_name").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.version] })],
);

/** 申請に写し取った一覧。初めて答えた時と、新しい項目を取り込んだ時に一行ずつ増える。追記だけ。 */
export const applicationChecklists = table(
  "application_checklists",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    revision: count("revision").notNull(),
    templateId: identifier("template_id").notNull(),
    templateVersion: count("template_version").notNull(),
    items: json<readonly TakenItem[]>("items").notNull(),
    takenBy: identifier("taken_by").notNull(),
    takenByName: words("taken_by_name").notNull(),
    takenAt: instant("taken_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.revision] })],
);

/** 項目ごとの確認。答え直すたびに版が増える。追記だけ。 */
export const checklistMarks = table(
  "checklist_marks",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    itemId: identifier("item_id").notNull(),
    version: count("version").notNull(),
    mark: words("mark").$type<CheckMark>().notNull(),
    note: words("note").notNull(),
    /** 何回目の申請を見て確かめたか。 */
    submissionSequence: count("submission_sequence").notNull(),
    markedBy: identifier("marked_by").notNull(),
    markedByName: words("marked_by_name").notNull(),
    markedAt: instant("marked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.itemId, t.version] })],
);
