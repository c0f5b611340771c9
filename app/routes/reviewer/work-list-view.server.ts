/** 審査の一覧の画面の値。URL の条件から、見出し・札・選択肢・行き先を作る。 */
import { bulkCommands } from "#app/domain/worklist/bulk.ts";
import { reviewActions } from "#app/usecases/review/command-obstacle.ts";
import type { StaffActor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { statusWords } from "#app/domain/workflow/statuses.ts";
import {
  type ListColumn,
  listColumns,
  type ListedStatus,
  listedStatuses,
  type ListGroup,
  openStatuses,
  usualColumns,
} from "#app/domain/worklist/list-columns.ts";
import {
  columnsOf,
  emptyListQuery,
  keptQuery,
  type ListQuery,
  narrowedBy,
  orderOf,
  writeListQuery,
} from "#app/domain/worklist/list-query.ts";
import { listOptions } from "./list-options.server.ts";
import { listRow } from "./list-row.ts";
import type { WorkListPage } from "#app/usecases/review/list-work.server.ts";
import { type SavedView, savableScopes } from "#app/usecases/review/saved-views.server.ts";

/** その条件の一覧の URL。初めに開く見方があるときの「条件なし」は、見方を使わないと断る。 */
export function listHref(query: ListQuery, pinned: boolean): string {
  const text = writeListQuery(query);
  if (text !== "") return `/review?${text}`;
  return pinned ? "/review?view=none" : "/review";
}

type Tab = "all" | "open" | ListedStatus;
const tabs: readonly Tab[] = ["all", "open", ...listedStatuses];
const tabWord = (tab: Tab): string =>
  tab === "all" ? "すべて" : tab === "open" ? "処理中" : statusWords[tab];

function tabCount(tab: Tab, counts: WorkListPage["counts"]): number | undefined {
  if (counts === null) return undefined;
  const statuses = tab === "all" ? listedStatuses : tab === "open" ? openStatuses : [tab];
  return statuses.reduce((sum, status) => sum + counts[status], 0);
}

/** 状態を切り替える札。ほかの条件は変えない。 */
export const workListTabs = (query: ListQuery, counts: WorkListPage["counts"], pinned: boolean) =>
  tabs.map((tab) => ({
    href: listHref({ ...query, status: tab === "all" ? [] : [tab], after: null, view: null }, pinned),
    label: tabWord(tab),
    count: tabCount(tab, counts),
    current: tab === "all" ? query.status.length === 0 : query.status.join() === tab,
  }));

const sortOfColumn: Partial<Record<ListColumn, ListQuery["sort"]>> = {
  receiptNumber: "filed",
  companyName: "company",
  due: "due",
  elapsed: "started",
  updatedOn: "updated",
};

/** 列の見出しと、押したときの並べ替え。 */
function columnHeads(query: ListQuery) {
  const sorted = query.sort ?? "filed";
  const direction = orderOf(query);
  return columnsOf(query, usualColumns).map((key) => {
    const sort = sortOfColumn[key];
    if (sort === undefined || sort === null) return { key, header: listColumns[key] };
    const current = sort === sorted;
    const order = current && direction === "desc" ? ("asc" as const) : current ? ("desc" as const) : null;
    return {
      key,
      header: listColumns[key],
      sortHref: listHref({ ...query, sort, order, after: null }, false),
      ...(current ? { sorted: direction === "asc" ? ("ascending" as const) : ("descending" as const) } : {}),
    };
  });
}

/** まとめた項目の値で、さらに絞り込む。 */
const withGroup = (query: ListQuery, group: ListGroup, value: string): ListQuery => ({
  ...query,
  group: null,
  after: null,
  view: null,
  [group]: [group === "assignee" && value === "" ? "none" : value],
});

/** 画面の値の全部。 */
export function workListView(
  actor: StaffActor,
  read: { readonly query: ListQuery; readonly ignored: readonly string[] },
  page: WorkListPage,
  facts: {
    readonly rulebook: Rulebook;
    readonly views: readonly SavedView[];
    /** 条件の欄を開いているか。選択肢は長いので、開いたときだけ渡す。 */
    readonly panel: boolean;
  },
) {
  const { query, ignored } = read;
  const pinned = facts.views.some((view) => view.pinned);
  const kept = keptQuery(query);
  const group = query.group;
  const columns = columnHeads(query);
  const shown = { ...query, after: null };
  return {
    query,
    ignored,
    narrowed: narrowedBy(query),
    clearHref: listHref({ ...emptyListQuery, columns: query.columns, sort: query.sort, order: query.order }, pinned), // prettier-ignore
    tabs: workListTabs(query, page.counts, pinned),
    columns,
    rows: page.items.map((item) => listRow(item, columns.map(({ key }) => key), page.holders.get(item.id) ?? null)), // prettier-ignore
    total: page.total,
    beyondHolidayTable: page.items.some(({ due }) => due.kind === "expected" && due.beyondHolidayTable),
    groups: page.groups.map((one) => ({
      ...one,
      href: group === null ? "" : listHref(withGroup(query, group, one.value), false),
    })),
    firstHref: query.after === null ? null : listHref({ ...query, after: null }, pinned),
    nextHref: page.next === null ? null : listHref({ ...query, after: page.next }, pinned),
    views: facts.views.map((view) => ({
      ...view,
      href: `/review?${view.query}${view.query === "" ? "" : "&"}view=${view.id}`,
      current: view.id === query.view,
    })),
    scopes: savableScopes(actor),
    kept,
    exports: mayDo(actor, "exports.run").allowed,
    bulk: bulkCommands.filter((command) => mayDo(actor, reviewActions[command]).allowed),
    options: facts.panel ? listOptions(facts.rulebook, actor) : null,
    /** 条件の欄を開く・閉じる行き先。 */
    panelHref: facts.panel ? listHref(shown, pinned) : `/review?${[writeListQuery(shown), "panel=open"].filter(Boolean).join("&")}#list-panel`, // prettier-ignore
    /** 条件の欄を閉じているとき、検索の form が持ち続ける条件。 */
    carried: facts.panel ? [] : [...new URLSearchParams(kept)].filter(([name]) => name !== "q"),
  };
}

export type WorkListView = ReturnType<typeof workListView>;
