/** 引継ぎの取込みの記録を読む。取込みそのものは命令で行い、画面からは行えない。 */
import type { SheetRow, SheetWriters } from "#app/adapters/spreadsheet/spreadsheet-port.ts";
import { effectWords, findingCodes } from "#app/domain/hand-over/finding.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  findRun,
  type HandOverFindingRow,
  type HandOverRunRow,
  recentRuns,
  runFindings,
} from "#db/queries/hand-over-runs.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import { noteInAudit } from "../operations/note-in-audit.server.ts";
import type { Refusal } from "../refusals.ts";

const SHOWN_RUNS = 50;
export const FINDINGS_PAGE = 100;
const AT_ONCE = 1_000;

/** @returns 新しい順に {@link SHOWN_RUNS} 回まで */
export function readImports(context: UseCaseContext): Result<readonly HandOverRunRow[], Refusal> {
  const allowed = authorise(context, "handOver.view", {});
  return allowed.ok ? ok(recentRuns(context.database, SHOWN_RUNS)) : allowed;
}

export type ImportReport = {
  readonly run: HandOverRunRow;
  readonly findings: readonly HandOverFindingRow[];
  /** 次のページの境目。 */
  readonly next: number | null;
};

/** @param after この番号より後から */
export function readImport(
  context: UseCaseContext,
  id: string,
  after: number,
): Result<ImportReport, Refusal> {
  const allowed = authorise(context, "handOver.view", {});
  if (!allowed.ok) return allowed;
  const run = findRun(context.database, id);
  if (run === undefined) return refuse({ kind: "notFound" });
  const found = runFindings(context.database, id, after, FINDINGS_PAGE + 1);
  const findings = found.slice(0, FINDINGS_PAGE);
  return ok({
    run,
    findings,
    next: found.length > findings.length ? (findings.at(-1)?.sequence ?? null) : null,
  });
}

const headings: SheetRow = ["扱い", "ファイル", "行", "欄", "種類", "理由"];

/** 取り込まなかった行、直した行、捨てた物の全部の CSV。 */
export async function exportFindings(
  context: UseCaseContext,
  tools: { readonly spreadsheets: SheetWriters },
  id: string,
): Promise<Result<AsyncIterable<Uint8Array>, Refusal>> {
  const allowed = authorise(context, "handOver.view", {});
  if (!allowed.ok) return allowed;
  if (findRun(context.database, id) === undefined) return refuse({ kind: "notFound" });
  await noteInAudit(context, "handOver.view", { kind: "handOver", id, details: { part: "findings" } });
  return ok(tools.spreadsheets.csv(sheetRows()));

  async function* sheetRows(): AsyncGenerator<readonly SheetRow[]> {
    yield [headings];
    for (let last = 0; ;) {
      const found = runFindings(context.database, id, last, AT_ONCE);
      if (found.length === 0) return;
      last = found.at(-1)?.sequence ?? last;
      yield found.map(({ effect, file, line, field, code, reason }) => [
        effectWords[effect],
        file,
        line === 0 ? "" : String(line),
        field,
        findingCodes[code],
        reason,
      ]);
    }
  }
}
