/** 画面から送られたファイルを、編集中の版に取り込む。送られなかった表は今のまま。 */
import type { RulebookFilePort, SentFile } from "#app/adapters/rulebook-files/rulebook-files-port.ts";
import { completeFiles } from "#app/domain/rulebook/complete-files.ts";
import { locateFault } from "#app/domain/rulebook/sheet-table.ts";
import { tablesOf } from "#app/domain/rulebook/stored-edition.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { RulebookRefusal } from "../refusals.ts";
import { checkWords, loadEdition } from "./edition-access.server.ts";
import { type ImportedDraft, importIntoDraft } from "./import-into-draft.server.ts";

export type FilesImport = {
  readonly editionId: string;
  /** 画面を開いた時の、版の編集の通し番号。 */
  readonly revision: number;
  readonly reason: string;
  readonly sent: readonly SentFile[];
};

/** 取り込んだ表と、知らせること。 */
export type FilesImported = ImportedDraft & { readonly notes: readonly string[] };

/**
 * @returns 選ばれていないファイルと空の理由は invalid、ファイルの誤りは rulebookFiles、
 *   編集中でない版は edition、開いた後に動いた版は stale で断る。断ったときは何も変えていない
 */
export async function importEditionFiles(
  context: UseCaseContext,
  port: RulebookFilePort,
  input: FilesImport,
): Promise<Result<FilesImported, RulebookRefusal>> {
  const { editionId, revision, reason, sent } = input;
  const loaded = await loadEdition(context, "rulebook.edit", editionId);
  if (!loaded.ok) return loaded;
  const words = checkWords(input);
  const missing = sent.length === 0 ? { files: ["取り込むファイルを選んでください。"] } : {};
  const typed = words.ok || words.error.kind !== "invalid" ? {} : words.error.errors;
  const errors = { ...missing, ...typed };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const read = await port.read(sent);
  if (!read.ok) return refuse({ kind: "rulebookFiles", faults: read.error });
  const stored = await readStoredEdition(context.database, editionId);
  if (stored === undefined) return refuse({ kind: "notFound" });
  const { files: given, notes, sheets } = read.value;
  const files = completeFiles(given, stored, tablesOf(stored));
  const imported = await importIntoDraft(context, { files, draft: { editionId, revision }, reason });
  if (imported.ok) return ok({ ...imported.value, notes });
  if (imported.error.kind !== "rulebookFiles") return imported;
  const faults = imported.error.faults.map((fault) => locateFault(fault, sheets));
  return refuse({ kind: "rulebookFiles", faults });
}
