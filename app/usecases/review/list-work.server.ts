/** 審査の一覧。職員には自分の局の申請だけ、企画課には全部。下書きは誰にも見せない。 */
import type { StaffActor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type ListedStatus, listedStatuses, type ListGroup } from "#app/domain/worklist/list-columns.ts";
import { type ListQuery, narrowedBy, statusesOf } from "#app/domain/worklist/list-query.ts"; // prettier-ignore
import { accountNames } from "#db/queries/accounts.ts";
import type { ListingFilter } from "#db/queries/listing-filter.ts";
import { revokedAmong } from "#db/queries/certifications.ts";
import {
  countListings,
  groupedCounts,
  keyOf,
  type ListingRow,
  listingPage,
  statusCounts,
} from "#db/queries/listings.ts";
import { liveHolders } from "#db/queries/review-leases.ts";
import { authorise } from "../authorise.server.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import { noteInAudit } from "../operations/note-in-audit.server.ts";
import type { Refusal } from "../refusals.ts";
import { listFilter, listKey, listOrder, visibleOffices, writeKey } from "./list-filter.ts";
import { type WorkItem, workItem } from "./work-item.ts";

/** 数えた件数。上限に達したら exact は false で、実際はこれより多い。 */
export type ListTotal = { readonly count: number; readonly exact: boolean };

export type WorkListPage = {
  readonly items: readonly WorkItem[];
  /** いま審査している人。申請の id から名前。 */
  readonly holders: ReadonlyMap<string, string>;
  readonly total: ListTotal;
  /** 状態ごとの件数。状態のほかに条件があるときは、数えないので null。 */
  readonly counts: Readonly<Record<ListedStatus, number>> | null;
  readonly groups: readonly { readonly value: string; readonly label: string; readonly total: number }[];
  /** 次のページの境目。 */
  readonly next: string | null;
};

export const WORK_LIST_PAGE_SIZE = 50;
/** 数えてある件数を使えない一覧で、数える上限。 */
const MOST_COUNTED = { filtered: 10_000, searched: 1_000 } as const;

/** 一覧を見てよい職員か。 */
export function listReader(
  context: UseCaseContext,
  action: "review.list" | "exports.run",
): Result<StaffActor, Refusal> {
  const { actor } = context;
  if (actor.kind !== "staff" || !mayDo(actor, action).allowed)
    return refuse({ kind: "forbidden", action, reason: "role" });
  for (const officeCode of visibleOffices(actor) ?? []) {
    const allowed = authorise(context, action, { officeCode });
    if (!allowed.ok) return allowed;
  }
  return ok(actor);
}

/** @param query 一覧の URL の条件 */
export async function listWork(
  context: UseCaseContext,
  query: ListQuery,
): Promise<Result<WorkListPage, Refusal>> {
  const reading = listReader(context, "review.list");
  if (!reading.ok) return reading;
  const { rulebook } = currentRulebook(context);
  const filter = listFilter(reading.value, query, { rulebook, today: today(context) });
  const order = listOrder(query);
  const { reader } = context.database;
  const rows = listingPage(reader, filter, order, { after: listKey(query), limit: WORK_LIST_PAGE_SIZE + 1 });
  const page = rows.slice(0, WORK_LIST_PAGE_SIZE);
  const last = page.at(-1);
  const counts = narrowedBy(query).length === 0 ? countsByStatus(context, filter) : null;
  const total = totalOf(context, query, filter, counts);
  if (filter.words.length > 0 && query.after === null)
    await noteInAudit(context, "review.search", {
      kind: "list",
      id: filter.offices?.join(",") ?? "*",
      details: { words: filter.words, found: total.count, exact: total.exact },
    });
  return ok({
    items: await itemsOf(context, page),
    holders: liveHolders(
      reader,
      page.map(({ applicationId }) => applicationId),
      context.clock.now(),
    ),
    total,
    counts,
    groups: query.group === null ? [] : await groupsOf(context, filter, query.group),
    next: rows.length > WORK_LIST_PAGE_SIZE && last !== undefined ? writeKey(keyOf(last, order)) : null,
  });
}

function countsByStatus(
  { database }: UseCaseContext,
  { offices }: ListingFilter,
): Readonly<Record<ListedStatus, number>> {
  const counted = statusCounts(database.reader, offices);
  return Object.fromEntries(listedStatuses.map((status) => [status, counted.get(status) ?? 0])) as Record<
    ListedStatus,
    number
  >;
}

function totalOf(
  { database }: UseCaseContext,
  query: ListQuery,
  filter: ListingFilter,
  counts: Readonly<Record<ListedStatus, number>> | null,
): ListTotal {
  if (counts !== null) {
    const statuses = query.status.length === 0 ? listedStatuses : statusesOf(query);
    return { count: statuses.reduce((sum, status) => sum + counts[status], 0), exact: true };
  }
  const cap = filter.words.length > 0 ? MOST_COUNTED.searched : MOST_COUNTED.filtered;
  const counted = countListings(database.reader, filter, cap);
  return { count: Math.min(counted, cap), exact: counted <= cap };
}

async function groupsOf(
  context: UseCaseContext,
  filter: ListingFilter,
  group: ListGroup,
): Promise<WorkListPage["groups"]> {
  const { rulebook } = currentRulebook(context);
  const counted = groupedCounts(context.database.reader, filter, group);
  const names = group === "assignee" ? accountNames(context.database, counted.map(({ value }) => value)) : null; // prettier-ignore
  const labelOf = (value: string): string => {
    if (group === "office") return rulebook.offices.get(value)?.name ?? value;
    if (group === "prefecture") return rulebook.prefectures.get(value)?.name ?? value;
    if (group === "guideline") return rulebook.guidelines.get(value)?.name ?? value;
    if (group === "assignee") return value === "" ? "担当なし" : (names?.get(value) ?? "");
    return value;
  };
  return counted.map(({ value, total }) => ({ value, label: labelOf(value), total }));
}

/** 一覧の行を、画面と書出しの一行にする。 */
export async function itemsOf(
  context: UseCaseContext,
  rows: readonly ListingRow[],
): Promise<readonly WorkItem[]> {
  const names = accountNames(
    context.database,
    rows.map(({ assigneeId }) => assigneeId),
  );
  const revoked = await revokedAmong(
    context.database,
    rows.flatMap(({ status, applicationId }) => (status === "certified" ? [applicationId] : [])),
  );
  const current = currentRulebook(context);
  const day = today(context);
  return rows.map((row) =>
    workItem(
      row,
      row.editionId === "" ? current.rulebook : context.rulebooks.edition(row.editionId).rulebook,
      {
        today: day,
        assigneeName: names.get(row.assigneeId) ?? null,
        revoked: revoked.has(row.applicationId),
      },
    ),
  );
}
