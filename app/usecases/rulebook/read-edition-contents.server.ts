/** 版の中身のあらまし: 表ごとの行数、確かでない決まり、直す所、写しの元からの変更。 */
import { isUnconfirmed } from "#app/domain/rulebook/table-view.ts";
import { rulebookTables, type TableName, tableNames } from "#app/domain/rulebook/tables.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { factCounts } from "#db/queries/draft-editions.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import type { EditionRow } from "#db/queries/rulebook-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { compareEditions } from "./compare-editions.server.ts";
import { loadEdition } from "./edition-access.server.ts";

export type TableContents = {
  readonly table: TableName;
  readonly rows: number;
  readonly unconfirmed: number;
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  /** 写しの元がない版では null。 */
  readonly changes: { readonly added: number; readonly removed: number; readonly changed: number } | null;
};

/** 表の定義の順。公布した版は組み立てを済ませているので、直す所を調べない。 */
export async function readEditionContents(
  context: UseCaseContext,
  editionId: string,
): Promise<Result<readonly TableContents[], Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", editionId);
  if (!loaded.ok) return loaded;
  const [counts, faults, diff] = await Promise.all([
    factCounts(context.database, editionId),
    faultsOf(context, loaded.value),
    loaded.value.baseId === null ? null : compareEditions(context, { editionId }),
  ]);
  if (diff !== null && !diff.ok) return diff;
  return ok(
    tableNames.map((table) => {
      const own = counts.filter((count) => count.tableName === table);
      const changes = diff?.value.diff.tables.find((one) => one.table === table);
      const total = (rows: typeof own): number => rows.reduce((sum, row) => sum + row.total, 0);
      return {
        table,
        rows: total(own),
        unconfirmed: total(own.filter(({ certainty }) => isUnconfirmed({ certainty }))),
        faults: faults.filter(({ file }) => file === rulebookTables[table].file),
        changes: diff === null ? null : (changes ?? { added: 0, removed: 0, changed: 0 }),
      };
    }),
  );
}

async function faultsOf(context: UseCaseContext, edition: EditionRow) {
  if (edition.status === "published") return [];
  const stored = await readStoredEdition(context.database, edition.id);
  if (stored === undefined) return [];
  const compiled = await context.editionWork.run("compile", stored);
  return compiled.ok ? [] : compiled.error;
}
