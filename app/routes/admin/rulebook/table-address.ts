/** 表の画面の URL: 絞り込み、並べ替え、頁、広げた行。 */
import type { TableQuery } from "#app/domain/rulebook/table-view.ts";
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";

/** 一度きりの値。ほかの画面へ移るリンクには持って行かない。 */
const transient = ["row", "add", "copy", "done", "moved"];

export const editionHref = (editionId: string): string => `/admin/rulebook/${editionId}`;

/** 絞り込んだ表への入口。 */
export const tableHref = (
  editionId: string,
  table: TableName,
  filters: Readonly<Record<string, string>> = {},
) => {
  const search = new URLSearchParams(
    Object.entries(filters).map(([column, value]) => [`f.${column}`, value]),
  );
  return `${editionHref(editionId)}/${table}${search.size === 0 ? "" : `?${search.toString()}`}`;
};

export function readTableQuery(table: TableName, params: URLSearchParams): TableQuery {
  const { columns } = tableWords(table);
  const sort = params.get("sort") ?? "";
  const column = sort.replace(/^-/u, "");
  const only = params.get("only");
  return {
    words: (params.get("q") ?? "").trim(),
    filters: Object.fromEntries(
      Object.keys(columns).flatMap((name) => {
        const value = params.get(`f.${name}`) ?? "";
        return value === "" ? [] : [[name, value]];
      }),
    ),
    only: only === "unconfirmed" || only === "changed" ? only : "all",
    sort: column in columns ? { column, descending: sort.startsWith("-") } : null,
    page: Number(/^\d{1,6}$/u.exec(params.get("page") ?? "")?.[0] ?? 1),
  };
}

/** この画面の form の送り先。断片（#）を含まない。 */
export const formAction = (url: URL): string => `${url.pathname.replace(/\.data$/u, "")}${url.search}`;

/**
 * 今の画面の条件を保ったまま、一部を変えた宛先。
 *
 * @param changes null は取り除く
 */
export function hereWith(
  url: URL,
  changes: Readonly<Record<string, string | number | null>>,
  anchor = "",
): string {
  const params = new URLSearchParams(url.searchParams);
  for (const name of transient) params.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, String(value));
  }
  for (const name of Array.from(params.keys())) if (params.get(name) === "") params.delete(name);
  const search = params.toString();
  return `${url.pathname.replace(/\.data$/u, "")}${search === "" ? "" : `?${search}`}${encodeURI(anchor)}`;
}
