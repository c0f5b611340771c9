/** 行数の多い一覧の書出し。頼むと働き手がファイルにし、頼んだ人だけが、期限まで受け取れる。 */
import type { SheetFormat } from "#app/adapters/spreadsheet/spreadsheet-port.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { keptQuery, type ListQuery, readListQuery } from "#app/domain/worklist/list-query.ts";
import { exportById, exportsOf, exportsUntil, type ListExportRow } from "#db/queries/list-exports.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { changeExport, noteExportProgress, removeExport } from "#db/repositories/list-exports.ts";
import { staffActorOf } from "../accounts/staff-actor.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { tellExportReady } from "../notifications/export-mail.server.ts";
import { noteInAudit } from "../operations/note-in-audit.server.ts";
import type { Refusal } from "../refusals.ts";
import type { ToolBox } from "../tools.ts";
import { countExport, exportList } from "./export-list.server.ts";
import { listReader } from "./list-work.server.ts";

/** ファイルを受け取れる日数。過ぎたら消す。 */
export const EXPORT_DAYS = 7;
const DAY_MS = 86_400_000;
/** 進み具合を書き直す行数の間。 */
const NOTED_EVERY = 5_000;

const oldest = ({ clock }: Pick<UseCaseContext, "clock">): string =>
  new Date(Date.parse(clock.now()) - EXPORT_DAYS * DAY_MS).toISOString();

/**
 * 書出しを頼む。
 * @returns 頼んだ書出しの番号
 */
export async function requestExport(
  context: UseCaseContext,
  input: { readonly query: ListQuery; readonly format: SheetFormat },
): Promise<Result<{ readonly id: string }, Refusal>> {
  const total = countExport(context, input.query);
  if (!total.ok) return total;
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const id = context.newId();
  const query = keptQuery(input.query);
  const { format } = input;
  await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      listExports: [
        {
          id,
          accountId: actor.id,
          format,
          query,
          state: "waiting",
          written: 0,
          total: total.value,
          size: 0,
          createdAt: at,
        },
      ],
      audit: [
        {
          action: "exports.request",
          subjectKind: "export",
          subjectId: id,
          details: { query, format, rows: total.value },
        },
      ],
      outbox: [{ topic: "exportList", key: id, payload: { exportId: id } }],
    }),
  });
  return ok({ id });
}

/** 自分の頼んだ、期限の来ていない書出し。 */
export function ownExports(context: UseCaseContext): Result<readonly ListExportRow[], Refusal> {
  const reading = listReader(context, "exports.run");
  if (!reading.ok) return reading;
  return ok(exportsOf(context.database, reading.value.accountId, oldest(context)));
}

/**
 * 働き手が書出しを作る。見てよい局は、頼んだ人の今の役割で決まる。
 * 前に途中で止まった書出しは、初めから作り直す。
 */
export async function runExport(
  context: UseCaseContext,
  { spreadsheets, exportFiles }: Pick<ToolBox, "spreadsheets" | "exportFiles">,
  { exportId }: { readonly exportId: string },
): Promise<void> {
  const { database, clock } = context;
  const row = exportById(database, exportId);
  if (row === undefined) return;
  // できた直後に止まった書出しは、知らせだけをやり直す。
  if (row.state === "done") return tellExportReady(context, row, EXPORT_DAYS);
  const actor = await staffActorOf(context, row.accountId);
  const { query } = readListQuery(new URLSearchParams(row.query));
  changeExport(database, exportId, { state: "running", written: 0 });
  const made =
    actor === null
      ? null
      : await exportList({ ...context, actor }, spreadsheets, {
          query,
          format: row.format,
          progress: (written) => {
            if (written % NOTED_EVERY === 0) noteExportProgress(database, exportId, written);
          },
        });
  // 頼んだ後に役割を外された人の書出しは作らない。やり直しても変わらない。
  if (made === null || !made.ok) {
    changeExport(database, exportId, { state: "failed", doneAt: clock.now() });
    return;
  }
  const { total, bytes } = made.value;
  try {
    const size = await exportFiles.write(exportId, bytes);
    changeExport(database, exportId, { state: "done", written: total, total, size, doneAt: clock.now() });
  } catch (error) {
    changeExport(database, exportId, { state: "failed" });
    throw error;
  } finally {
    made.value.close();
  }
  await tellExportReady(context, row, EXPORT_DAYS);
}

/** @returns できたファイル。頼んだ人でない、できていない、期限の過ぎたものは notFound */
export async function downloadExport(
  context: UseCaseContext,
  { exportFiles }: Pick<ToolBox, "exportFiles">,
  id: string,
): Promise<Result<{ readonly row: ListExportRow; readonly bytes: AsyncIterable<Uint8Array> }, Refusal>> {
  const reading = listReader(context, "exports.run");
  if (!reading.ok) return reading;
  const row = exportById(context.database, id);
  const own = row?.accountId === reading.value.accountId && row.createdAt > oldest(context);
  const bytes = own && row.state === "done" ? await exportFiles.open(id) : null;
  if (row === undefined || bytes === null) return refuse({ kind: "notFound" });
  await noteInAudit(context, "exports.download", { kind: "export", id, details: { rows: row.total } });
  return ok({ row, bytes });
}

/** 期限の過ぎた書出しを、ファイルごと消す。 */
export async function sweepExports(
  context: UseCaseContext,
  { exportFiles }: Pick<ToolBox, "exportFiles">,
): Promise<number> {
  const past = exportsUntil(context.database, oldest(context));
  for (const { id } of past) {
    await exportFiles.remove(id);
    removeExport(context.database, id);
  }
  return past.length;
}
