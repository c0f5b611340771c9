import { and, eq, max } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import {
  applicationChecklists,
  checklistMarks,
  checklistTemplates,
  checklistTemplateVersions,
} from "../schema/index.ts";
import type { PlannedRows, TemplateSave } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

/** 確認の一覧のひな形と、申請に写し取った一覧、項目ごとの答えを書く。画面が読んだ版から動いていたら断る。 */
export function writeChecklistRows(tx: Transaction, rows: PlannedRows<unknown>): void {
  for (const save of rows.checklistTemplates ?? []) writeTemplate(tx, save);
  for (const row of rows.checklists ?? []) {
    const { applicationId } = row;
    const last = tx
      .select({ revision: max(applicationChecklists.revision) })
      .from(applicationChecklists)
      .where(eq(applicationChecklists.applicationId, applicationId))
      .get();
    if ((last?.revision ?? 0) !== row.revision - 1) throw new StaleVersion("checklist", applicationId);
    tx.insert(applicationChecklists).values(row).run();
  }
  for (const row of rows.checkMarks ?? []) {
    const { applicationId, itemId } = row;
    const last = tx
      .select({ version: max(checklistMarks.version) })
      .from(checklistMarks)
      .where(and(eq(checklistMarks.applicationId, applicationId), eq(checklistMarks.itemId, itemId)))
      .get();
    if ((last?.version ?? 0) !== row.version - 1) throw new StaleVersion("checklist", itemId);
    tx.insert(checklistMarks).values(row).run();
  }
}

function writeTemplate(tx: Transaction, { id, expectedVersion, row, removed }: TemplateSave): void {
  const stored = tx
    .select({ version: checklistTemplates.version })
    .from(checklistTemplates)
    .where(eq(checklistTemplates.id, id))
    .get();
  const sameGuideline = tx
    .select({ id: checklistTemplates.id })
    .from(checklistTemplates)
    .where(
      and(
        eq(checklistTemplates.officeCode, row.officeCode),
        eq(checklistTemplates.guidelineId, row.guidelineId),
      ),
    )
    .get();
  if ((stored?.version ?? 0) !== expectedVersion || (sameGuideline !== undefined && sameGuideline.id !== id))
    throw new StaleVersion("checklist", id);
  const version = expectedVersion + 1;
  const { updatedBy, updatedByName, updatedAt, ...saved } = row;
  tx.insert(checklistTemplateVersions)
    .values({
      ...saved,
      templateId: id,
      version,
      removed,
      savedBy: updatedBy,
      savedByName: updatedByName,
      savedAt: updatedAt,
    })
    .run();
  if (removed) tx.delete(checklistTemplates).where(eq(checklistTemplates.id, id)).run();
  else
    tx.insert(checklistTemplates)
      .values({ id, ...row, version })
      .onConflictDoUpdate({ target: checklistTemplates.id, set: { ...row, version } })
      .run();
}
