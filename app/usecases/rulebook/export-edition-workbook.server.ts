/** 省庁とやり取りする表（業種と提出先、指針と項目）を、表計算のブックにする。表ごとに一枚のシートになる。 */
import type { WorkbookWriter } from "#app/adapters/spreadsheet/spreadsheet-port.ts";
import { workbookSheets } from "#app/domain/rulebook/sheet-table.ts";
import { tablesOf } from "#app/domain/rulebook/stored-edition.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

export type EditionWorkbook = { readonly label: string; readonly bytes: AsyncIterable<Uint8Array> };

/** @returns 版の名前とブック。同じ中身の版からは、いつも同じバイト列になる */
export async function exportEditionWorkbook(
  context: UseCaseContext,
  write: WorkbookWriter,
  editionId: string,
): Promise<Result<EditionWorkbook, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", editionId);
  if (!loaded.ok) return loaded;
  const stored = await readStoredEdition(context.database, editionId);
  if (stored === undefined) return refuse({ kind: "notFound" });
  const sheets = workbookSheets(tablesOf(stored)).map(({ name, rows }) => ({
    name,
    rows: [rows],
    editable: { columns: rows[0]?.length ?? 1 },
  }));
  return ok({ label: stored.label, bytes: write(sheets) });
}
