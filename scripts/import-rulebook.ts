/**
 * `npm run rulebook:import [-- --from フォルダー] [--draft 版の id] [--reason 理由]`
 * 規則集のファイル一式を入れる。まだ版のないデータベースでは公布済みの最初の版に、
 * 版があれば編集中の版に取り込み、画面で二人の管理者が公布する。
 * 同じ一式がもう入っていれば何もしない。壊れていれば何も入れず、ファイルと行と理由を全部出して終了コード 1。
 */
import { parseArgs } from "node:util";
import { editionRefusalMessage } from "#app/domain/rulebook/edition-lifecycle.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import {
  faultLine,
  importFolderIntoDraft,
  importRulebookFolder,
} from "#app/import-rulebook-folder.server.ts";
import type { Services } from "#app/services.server.ts";
import { CommandRefusal, commandConfig, runCommand, say, sourceRulebook, withServices } from "./command.ts";

type Arguments = { readonly folder: string; readonly draftId: string | undefined; readonly reason: string };

function argumentsOf(args: string[]): Arguments {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({ args, options: { from: text, draft: text, reason: text } });
    const { from = sourceRulebook, draft: draftId, reason = "ファイルの一式の取込み" } = values;
    return { folder: from, draftId, reason };
  } catch {
    throw new CommandRefusal(
      "使い方: npm run rulebook:import [-- --from フォルダー] [--draft 版の id] [--reason 理由]",
      2,
    );
  }
}

const broken = (faults: readonly RulebookFault[]): CommandRefusal =>
  new CommandRefusal(["規則集を取り込めません。何も変えていません。", ...faults.map(faultLine)].join("\n"));

/** @returns 最初の版にしたか、もう入っていたら true。ほかの版があれば false */
async function importFirst(services: Services, folder: string): Promise<boolean> {
  const imported = await importRulebookFolder(services, folder);
  if (!imported.ok) throw broken(imported.error);
  const { kind, editionId } = imported.value;
  if (kind === "occupied") return false;
  const { label, effectiveFrom } = services.rulebooks.edition(editionId).rulebook.edition;
  say(
    kind === "imported"
      ? `規則集「${label}」（${effectiveFrom} 施行）を、版 ${editionId} として取り込みました。`
      : `規則集「${label}」（${effectiveFrom} 施行）は、版 ${editionId} としてもう入っています。`,
  );
  return true;
}

async function importDraft(services: Services, given: Arguments): Promise<void> {
  const imported = await importFolderIntoDraft(services, { ...given, draftId: given.draftId ?? null });
  if (imported.ok) {
    const { editionId, tables } = imported.value;
    say(`編集中の版 ${editionId} に取り込みました。公布は、管理の画面で二人の管理者が行います。`);
    for (const { table, added, removed, changed } of tables)
      say(`  ${tableWords(table).title}（追加 ${added} 行、削除 ${removed} 行、変更 ${changed} 行）`);
    return;
  }
  const { error } = imported;
  if (error.kind === "rulebookFiles") throw broken(error.faults);
  if (error.kind === "notFound") throw new CommandRefusal(`版 ${given.draftId ?? ""} がありません。`);
  if (error.kind === "edition") throw new CommandRefusal(editionRefusalMessage(error.refusal));
  if (error.kind === "invalid") throw new CommandRefusal(Object.values(error.errors).flat().join("\n"));
  throw new CommandRefusal("ほかの人が先に版を変えました。もう一度行ってください。");
}

await runCommand(async () => {
  const given = argumentsOf(process.argv.slice(2));
  await withServices(commandConfig(), async (services) => {
    if (given.draftId === undefined && (await importFirst(services, given.folder))) return;
    await importDraft(services, given);
  });
});
