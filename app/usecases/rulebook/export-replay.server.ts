/** 再計算の結果の全部を、表計算のファイルに書き出す。 */
import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { SheetRow, SheetWriters } from "#app/adapters/spreadsheet/spreadsheet-port.ts";
import {
  type DifferenceKind,
  differenceWords,
  routedChanges,
  type RoutedKind,
} from "#app/domain/plan/difference-kinds.ts";
import { findingWords } from "#app/domain/plan/finding.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { statusWords } from "#app/domain/workflow/statuses.ts";
import { replayDifferences, replaysOf } from "#db/queries/replays.ts";
import type { UseCaseContext } from "../context.ts";
import { noteInAudit } from "../operations/note-in-audit.server.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";
import { type ReplayedApplication, replayedApplication } from "./open-replay.server.ts";

const CHUNK = 200;

const routed: readonly RoutedKind[] = ["office", "addressee", "guideline", "electronic", "processing"];

const headings: SheetRow = [
  "申請番号",
  "会社",
  "状態",
  "変わること",
  ...routed.flatMap((kind) => [`前の${differenceWords[kind]}`, `後の${differenceWords[kind]}`]),
  differenceWords.added,
  differenceWords.removed,
];

/**
 * @param input.kind その種類の変わり方だけ。null なら全部
 * @returns CSV の中身。結果がまだなければ notFound
 */
export async function exportReplay(
  context: UseCaseContext,
  writers: SheetWriters,
  input: { readonly editionId: string; readonly kind: DifferenceKind | null },
): Promise<Result<AsyncIterable<Uint8Array>, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.edit", input.editionId);
  if (!loaded.ok) return loaded;
  const replays = await replaysOf(context.database, input.editionId);
  const replay = replays.find(({ state }) => state === "done");
  if (replay === undefined) return refuse({ kind: "notFound" });
  await noteInAudit(context, "rulebook.exportReplay", {
    kind: "rulebookEdition",
    id: input.editionId,
    details: { replayId: replay.id, kind: input.kind },
  });
  const snapshot = context.database.openSnapshot();
  return ok(writers.csv(sheetRows()));

  async function* sheetRows(): AsyncGenerator<readonly SheetRow[]> {
    try {
      yield [headings];
      for (let skip = 0; ; skip += CHUNK) {
        const page = { skip, limit: CHUNK };
        const rows = replayDifferences(snapshot.reader, replay?.id ?? "", input.kind, page);
        yield rows.map((row) => sheetRow(replayedApplication(row)));
        if (rows.length < CHUNK) return;
        await yieldToOthers();
      }
    } finally {
      snapshot.close();
    }
  }
}

/** 変わらない欄は空にする。 */
function sheetRow(row: ReplayedApplication): SheetRow {
  const changes = new Map(routedChanges(row.routing).map((change) => [change.kind, change]));
  return [
    row.receiptNumber ?? "",
    row.companyName,
    statusWords[row.status],
    row.kinds.map((kind) => differenceWords[kind]).join("・"),
    ...routed.flatMap((kind) => [changes.get(kind)?.before ?? "", changes.get(kind)?.after ?? ""]),
    row.added.map(findingWords).join("\n"),
    row.removed.map(findingWords).join("\n"),
  ];
}
