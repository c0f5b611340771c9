/** 一覧の書出し。画面と同じ条件・並び・列の全部の行を、ある瞬間の姿のまま、少しずつ読みながら出す。 */
import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { SheetFormat, SheetRow, SheetWriters } from "#app/adapters/spreadsheet/spreadsheet-port.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { dueWords } from "#app/domain/worklist/due-day.ts";
import { shownStatusWords } from "#app/domain/workflow/statuses.ts";
import { kindWords, type ListColumn, listColumns, returnKindWords, usualColumns } from "#app/domain/worklist/list-columns.ts"; // prettier-ignore
import { columnsOf, keptQuery, type ListQuery } from "#app/domain/worklist/list-query.ts";
import { countListings, listingChunks } from "#db/queries/listings.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import { noteInAudit } from "../operations/note-in-audit.server.ts";
import type { Refusal } from "../refusals.ts";
import { listFilter, listOrder } from "./list-filter.ts";
import { itemsOf, listReader } from "./list-work.server.ts";
import type { WorkItem } from "./work-item.ts";

export type ListExport = {
  /** 見出しを除いた行数。 */
  readonly total: number;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** 読み始めずにやめるとき、読取りの接続を返す。読み終えたか、読みかけで止めたときは、もう返してある。 */
  close(): void;
};

/** 答えながら送る行数の上限。これより多い一覧は、働き手がファイルにする。 */
export const MOST_STREAMED = 10_000;

/** 書き出すと何行になるか。 */
export function countExport(context: UseCaseContext, query: ListQuery): Result<number, Refusal> {
  const reading = listReader(context, "exports.run");
  if (!reading.ok) return reading;
  const { rulebook } = currentRulebook(context);
  const filter = listFilter(reading.value, query, { rulebook, today: today(context) });
  return ok(countListings(context.database.reader, filter, null));
}

const CHUNK = 500;

/** 一つの欄。日付は表計算のソフトが日付と読める形にする。 */
const cells: Readonly<Record<ListColumn, (item: WorkItem) => string>> = {
  receiptNumber: (item) => item.receiptNumber,
  companyName: (item) => item.companyName,
  status: (item) => shownStatusWords[item.status],
  filedOn: (item) => item.filedOn,
  acceptedOn: (item) => item.acceptedOn ?? "",
  certifiedOn: (item) => item.certifiedOn ?? "",
  documentNumber: (item) => item.documentNumber,
  office: (item) => item.officeName,
  ministry: (item) => item.ministry,
  prefecture: (item) => item.prefectureName,
  industry: (item) => `${item.industry.code} ${item.industry.name}`.trim(),
  guideline: (item) => item.guidelineName,
  kind: (item) => kindWords[item.kind],
  assignee: (item) => item.assigneeName ?? "",
  due: ({ due }) => (due.kind === "expected" ? due.on : dueWords(due)),
  elapsed: (item) => (item.elapsed === null ? "" : String(item.elapsed.businessDays)),
  equipmentTypes: (item) => item.equipmentTypes.join("・"),
  returnKinds: (item) => item.returnKinds.map((kind) => returnKindWords[kind]).join("・"),
  returns: (item) => String(item.returns),
  companyKey: (item) => item.companyKey,
  updatedOn: (item) => item.updatedOn,
};

/**
 * @param query 一覧の URL の条件。ページの境目は見ない
 * @returns 行数と、読むそばから進むファイルの中身。読み終えるか止めるまで、読取りの接続を一つ使う
 */
export async function exportList(
  context: UseCaseContext,
  writers: SheetWriters,
  input: {
    readonly query: ListQuery;
    readonly format: SheetFormat;
    /** 読んだ行数を、少しずつ知らせる。 */
    readonly progress?: (written: number) => void;
  },
): Promise<Result<ListExport, Refusal>> {
  const reading = listReader(context, "exports.run");
  if (!reading.ok) return reading;
  const { rulebook } = currentRulebook(context);
  const filter = listFilter(reading.value, input.query, { rulebook, today: today(context) });
  const snapshot = context.database.openSnapshot();
  try {
    const total = countListings(snapshot.reader, filter, null);
    await noteInAudit(context, "exports.run", {
      kind: "list",
      id: filter.offices?.join(",") ?? "*",
      details: { query: keptQuery(input.query), format: input.format, rows: total },
    });
    const columns = columnsOf(input.query, usualColumns);
    let written = 0;
    const close = (): void => snapshot.close();
    return ok({ total, bytes: closedOnReturn(writers[input.format](sheetRows()), close), close });

    async function* sheetRows(): AsyncGenerator<readonly SheetRow[]> {
      try {
        yield [columns.map((column) => (column === "elapsed" ? "経過（業務日）" : listColumns[column]))];
        for (const rows of listingChunks(snapshot.reader, filter, listOrder(input.query), CHUNK)) {
          const items = await itemsOf(context, rows);
          yield items.map((item) => columns.map((column) => cells[column](item)));
          written += rows.length;
          input.progress?.(written);
          // ほかの画面の順番を待たせない。
          await yieldToOthers();
        }
      } finally {
        snapshot.close();
      }
    }
  } catch (error) {
    snapshot.close();
    throw error;
  }
}

/** 初めの行を読む前に止められた書出しは、中の finally が動かない。止めたときに必ず close を呼ぶ。 */
const closedOnReturn = (bytes: AsyncIterable<Uint8Array>, close: () => void): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]() {
    const inner = bytes[Symbol.asyncIterator]();
    return {
      next: () => inner.next(),
      async return() {
        await inner.return?.();
        close();
        return { done: true, value: undefined };
      },
    };
  },
});
