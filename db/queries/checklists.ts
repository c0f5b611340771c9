/** 確認の一覧の読み出し。 */
import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import {
  applicationChecklists,
  checklistMarks,
  checklistTemplates,
  checklistTemplateVersions,
} from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type ChecklistTemplateRow = typeof checklistTemplates.$inferSelect;
export type ChecklistTemplateVersionRow = typeof checklistTemplateVersions.$inferSelect;
export type ApplicationChecklistRow = typeof applicationChecklists.$inferSelect;
export type ChecklistMarkRow = typeof checklistMarks.$inferSelect;

/** その局々のひな形。 */
export async function checklistTemplatesOf(
  database: Database,
  offices: readonly string[],
): Promise<readonly ChecklistTemplateRow[]> {
  return database.reader
    .select()
    .from(checklistTemplates)
    .where(inArray(checklistTemplates.officeCode, [...offices]))
    .orderBy(asc(checklistTemplates.officeCode), asc(checklistTemplates.guidelineId))
    .all();
}

export async function checklistTemplate(
  database: Database,
  id: string,
): Promise<ChecklistTemplateRow | undefined> {
  return database.reader.select().from(checklistTemplates).where(eq(checklistTemplates.id, id)).get();
}

/** ひな形のこれまでの版。新しい順。 */
export async function checklistTemplateHistory(
  database: Database,
  id: string,
): Promise<readonly ChecklistTemplateVersionRow[]> {
  return database.reader
    .select()
    .from(checklistTemplateVersions)
    .where(eq(checklistTemplateVersions.templateId, id))
    .orderBy(desc(checklistTemplateVersions.version))
    .all();
}

const templateFor = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(checklistTemplates)
    .where(
      and(
        eq(checklistTemplates.officeCode, sql.placeholder("officeCode")),
        or(
          eq(checklistTemplates.guidelineId, sql.placeholder("guidelineId")),
          eq(checklistTemplates.guidelineId, ""),
        ),
      ),
    )
    .orderBy(desc(checklistTemplates.guidelineId))
    .prepare(),
);

/** 指針のひな形。無ければ、その局の全部の指針のひな形。 */
export async function checklistTemplateFor(
  database: Database,
  officeCode: string,
  guidelineId: string,
): Promise<ChecklistTemplateRow | undefined> {
  return templateFor(database.reader).get({ officeCode, guidelineId });
}

const latestOf = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(applicationChecklists)
    .where(eq(applicationChecklists.applicationId, sql.placeholder("applicationId")))
    .orderBy(desc(applicationChecklists.revision))
    .prepare(),
);

/** 申請に写し取った一覧の、いまの物。 */
export async function applicationChecklist(
  database: Database,
  applicationId: string,
): Promise<ApplicationChecklistRow | undefined> {
  return latestOf(database.reader).get({ applicationId });
}

const marksBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(checklistMarks)
    .where(eq(checklistMarks.applicationId, sql.placeholder("applicationId")))
    .orderBy(asc(checklistMarks.itemId), asc(checklistMarks.version))
    .prepare(),
);

/** 申請の確認の全部。項目ごとに古い順。 */
export async function checklistMarksOf(
  database: Database,
  applicationId: string,
): Promise<readonly ChecklistMarkRow[]> {
  return marksBy(database.reader).all({ applicationId });
}
