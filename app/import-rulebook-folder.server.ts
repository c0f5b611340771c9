/** 規則集のフォルダーを読み、検査し、最初の版又は編集中の版として入れる。起動と、取込みの命令が同じこれを使う。 */
import { tokyoDay } from "./domain/calendar/tokyo.ts";
import type { RulebookFault } from "./domain/rulebook/fault.ts";
import { refuse, type Result } from "./domain/result.ts";
import { findEdition } from "#db/queries/draft-editions.ts";
import { editionsWithoutSearch, fillIndustrySearch } from "#db/repositories/fill-industry-search.ts";
import {
  loadRulebookFolder,
  readRulebookFolder,
} from "./adapters/rulebook-files/read-rulebook-folder.server.ts";
import type { Services } from "./services.server.ts";
import { actorStamp, type UseCaseContext } from "./usecases/context.ts";
import type { RulebookRefusal } from "./usecases/refusals.ts";
import { type ImportedDraft, importIntoDraft } from "./usecases/rulebook/import-into-draft.server.ts";
import { type ImportedRulebook, importRulebook } from "./usecases/rulebook/import-rulebook.server.ts";

/**
 * @param folder db/rulebook の置き場
 * @returns 取り込んだ、又はもう入っている版。壊れていれば何も入れず、ファイルと行と理由
 */
export async function importRulebookFolder(
  services: Services,
  folder: string,
): Promise<Result<ImportedRulebook, readonly RulebookFault[]>> {
  const read = await loadRulebookFolder(folder);
  if (!read.ok) return read;
  return importRulebook(contextOf(services), read.value.parsed);
}

const contextOf = (services: Services): UseCaseContext => ({
  ...services,
  actor: { kind: "system", job: "setup" },
  requestId: "setup",
});

/**
 * フォルダーの規則集を、編集中の版に取り込む。公布は画面で二人の管理者が行う。
 *
 * @param draftId 編集中の版。null なら、今日の版を写した新しい版
 */
export async function importFolderIntoDraft(
  services: Services,
  given: { readonly folder: string; readonly draftId: string | null; readonly reason: string },
): Promise<Result<ImportedDraft, RulebookRefusal>> {
  const { folder, draftId, reason } = given;
  const read = await readRulebookFolder(folder);
  if (!read.ok) return refuse({ kind: "rulebookFiles", faults: read.error });
  const edition = draftId === null ? null : await findEdition(services.database, draftId);
  if (edition === undefined) return refuse({ kind: "notFound" });
  const draft = edition === null ? null : { editionId: edition.id, revision: edition.revision };
  return importIntoDraft(contextOf(services), { files: read.value.files, draft, reason });
}

/** 誤りの一行。エディターで開ける「ファイル:行」から始める。 */
export const faultLine = ({ file, line, message }: RulebookFault): string => `${file}:${line} ${message}`;

/** 業種の読みと呼び名のない版があれば、フォルダーの読みと呼び名を補う。 */
async function fillSearch(services: Services, folder: string): Promise<void> {
  if (editionsWithoutSearch(services.database.reader).length === 0) return;
  const read = await loadRulebookFolder(folder);
  if (!read.ok) return;
  const context = contextOf(services);
  const filled = fillIndustrySearch(services.database, {
    tables: read.value.parsed.tables,
    actor: actorStamp(context.actor),
    at: services.clock.now(),
    requestId: context.requestId,
  });
  services.log.info({ editions: filled }, "業種の読みと呼び名を補った");
}

/**
 * 今日効いている版がなければ、フォルダーの規則集を入れる。前の版に業種の読みと呼び名がなければ補う。
 * @throws 壊れていて入れられないとき。先頭の誤りをファイルと行とともに並べる
 */
export async function ensureRulebook(services: Services, folder: string): Promise<void> {
  await fillSearch(services, folder);
  if (services.rulebooks.on(tokyoDay(services.clock.now())) !== null) return;
  const imported = await importRulebookFolder(services, folder);
  if (imported.ok) {
    if (imported.value.kind !== "occupied") return;
    throw new Error("公布済みの規則集は、どれも今日より後に施行します。今日の規則集がありません。");
  }
  const lines = imported.error.slice(0, 20).map((fault) => `  ${faultLine(fault)}`);
  throw new Error(`規則集を取り込めません。\n${lines.join("\n")}`);
}
