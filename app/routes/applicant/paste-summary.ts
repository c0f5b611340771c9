/** 貼り付けの結果を、保存した後に開き直す画面へ、アドレスの照会部で渡す。 */
import type { PasteSummary } from "#app/ui/form/rows/paste-words.ts";

const LONGEST_HEAD = 30;
const MOST_HEADS = 8;

export function pasteQuery(field: string, summary: PasteSummary): string {
  const { rows, unread, cutColumns, cutRows, unknownHeads } = summary;
  const query = new URLSearchParams({
    saved: "pasted",
    field,
    counts: [rows, unread, cutColumns, cutRows].join("-"),
  });
  for (const head of unknownHeads.slice(0, MOST_HEADS)) query.append("head", head.slice(0, LONGEST_HEAD));
  return query.toString();
}

/** @returns 貼り付けた後の画面でなければ null */
export function pasteSummaryIn(
  query: URLSearchParams,
): { readonly field: string; readonly summary: PasteSummary } | null {
  const counts = /^(\d{1,4})-(\d{1,5})-(\d{1,4})-(\d{1,6})$/u.exec(query.get("counts") ?? "");
  if (query.get("saved") !== "pasted" || counts === null) return null;
  const [, rows, unread, cutColumns, cutRows] = counts.map(Number);
  return {
    field: query.get("field") ?? "",
    summary: {
      rows: rows ?? 0,
      unread: unread ?? 0,
      cutColumns: cutColumns ?? 0,
      cutRows: cutRows ?? 0,
      unknownHeads: query.getAll("head").slice(0, MOST_HEADS),
    },
  };
}
