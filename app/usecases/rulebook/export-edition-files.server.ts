/** 版の全部の表を、取込みと同じ形のファイルの一式の zip にする。公布した版も、編集中の版も、取りやめた版も出せる。 */
import type { RulebookFilePort } from "#app/adapters/rulebook-files/rulebook-files-port.ts";
import { tablesOf } from "#app/domain/rulebook/stored-edition.ts";
import { rulebookFiles } from "#app/domain/rulebook/write-files.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

export type EditionFile = { readonly label: string; readonly bytes: Uint8Array };

/** @returns 版の名前と zip。同じ中身の版からは、いつも同じバイト列になる */
export async function exportEditionFiles(
  context: UseCaseContext,
  port: RulebookFilePort,
  editionId: string,
): Promise<Result<EditionFile, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", editionId);
  if (!loaded.ok) return loaded;
  const stored = await readStoredEdition(context.database, editionId);
  if (stored === undefined) return refuse({ kind: "notFound" });
  return ok({ label: stored.label, bytes: port.pack(rulebookFiles(stored, tablesOf(stored))) });
}
