/** ファイルの一式を規則集の最初の版として取り込む。壊れていれば全部を断る。 */
import { createHash } from "node:crypto";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import type { Edition } from "#app/domain/rulebook/edition.ts";
import { compileRulebook } from "#app/domain/rulebook/rulebook.ts";
import type { RulebookTableRows } from "#app/domain/rulebook/tables.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { importEdition } from "#db/repositories/import-edition.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";

/** occupied: 別の版がもう公布してあり、取り込んでいない。次の版は編集中の版に取り込む。 */
export type ImportedRulebook = {
  readonly kind: "imported" | "present" | "occupied";
  readonly editionId: string;
};

/**
 * @param files 行の検査まで済んだ一式（read-rulebook-folder が返すもの）
 * @returns 取り込んだ、又はもう入っている版。組み立てられなければ、ファイルと行と理由
 */
export function importRulebook(
  context: Omit<UseCaseContext, "rulebooks">,
  files: { readonly edition: Edition; readonly tables: RulebookTableRows },
): Result<ImportedRulebook, readonly RulebookFault[]> {
  const compiled = compileRulebook(files.edition, files.tables);
  if (!compiled.ok) return refuse(compiled.error);
  const sourceHash = createHash("sha256").update(JSON.stringify(files)).digest("hex");
  return ok(
    importEdition(context.database, {
      editionId: context.newId(),
      ...files,
      sourceHash,
      actor: actorStamp(context.actor),
      at: context.clock.now(),
      requestId: context.requestId,
    }),
  );
}
