/** 一覧の見方の保存。自分の、自分の局の、標準（企画課が全部の局に示す）の三つ。 */
import { hasRole, officesOf, type StaffActor } from "#app/domain/access/actor.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import { keptQuery, readListQuery } from "#app/domain/worklist/list-query.ts";
import { pinnedViewOf, type SavedViewRow, viewsFor } from "#db/queries/saved-views.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { listReader } from "./list-work.server.ts";

export type ViewScope = SavedViewRow["scope"];

export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly scope: ViewScope;
  readonly ownerName: string;
  readonly query: string;
  readonly pinned: boolean;
  /** この人が消せるか。 */
  readonly removable: boolean;
};

const LONGEST_NAME = 40;

/** その人が保存できる範囲。 */
export function savableScopes(actor: StaffActor): readonly ViewScope[] {
  return [
    "mine",
    ...(officesOf(actor).length > 0 ? (["office"] as const) : []),
    ...(hasRole(actor, "coordinator") ? (["standard"] as const) : []),
  ];
}

/** その人が使える見方。 */
export async function savedViews(context: UseCaseContext): Promise<Result<readonly SavedView[], Refusal>> {
  const reading = listReader(context, "review.list");
  if (!reading.ok) return reading;
  const actor = reading.value;
  const pinned = pinnedViewOf(context.database, actor.accountId);
  return ok(
    viewsFor(context.database, actor.accountId, officesOf(actor)).map((row) => ({
      id: row.id,
      name: row.name,
      scope: row.scope,
      ownerName: row.ownerName,
      query: row.query,
      pinned: row.id === pinned,
      removable: mayRemove(actor, row),
    })),
  );
}

const mayRemove = (actor: StaffActor, row: SavedViewRow): boolean =>
  row.ownerId === actor.accountId || (row.scope === "standard" && hasRole(actor, "coordinator"));

/**
 * @param input.query 一覧の URL の問合せ。読めない条件は残さない
 * @returns 名前がない、長い、保存できない範囲は invalid で断る
 */
export async function saveView(
  context: UseCaseContext,
  input: { readonly name: string; readonly scope: string; readonly query: string; readonly pin: boolean },
): Promise<Result<{ readonly id: string }, Refusal>> {
  const reading = listReader(context, "review.list");
  if (!reading.ok) return reading;
  const actor = reading.value;
  const name = cleanText(input.name);
  const scope = savableScopes(actor).find((one) => one === input.scope);
  if (name === "" || name.length > LONGEST_NAME)
    return refuse({
      kind: "invalid",
      errors: { name: [`見方の名前を${LONGEST_NAME}字までで入力してください。`] },
    });
  if (scope === undefined)
    return refuse({ kind: "invalid", errors: { scope: ["見方を使う人を選んでください。"] } });
  const { query } = readListQuery(new URLSearchParams(input.query));
  const row = {
    id: context.newId(),
    name,
    scope,
    ownerId: actor.accountId,
    ownerName: actor.displayName,
    officeCode: scope === "office" ? (officesOf(actor)[0] ?? "") : "",
    query: keptQuery(query),
    createdAt: context.clock.now(),
  };
  await write(context, "review.saveView", row.id, {
    savedViews: [row],
    ...(input.pin ? { pin: { accountId: actor.accountId, viewId: row.id } } : {}),
  }, { name, scope, query: row.query }); // prettier-ignore
  return ok({ id: row.id });
}

/** 見方を、初めに開く見方にする（pinned が false なら外す）。使えない見方は 404。 */
export async function pinView(
  context: UseCaseContext,
  input: { readonly id: string; readonly pinned: boolean },
): Promise<Result<null, Refusal>> {
  const views = await savedViews(context);
  if (!views.ok) return views;
  if (!views.value.some(({ id }) => id === input.id)) return refuse({ kind: "notFound" });
  const accountId = actorStamp(context.actor).id;
  await write(context, "review.saveView", input.id, {
    pin: { accountId, viewId: input.pinned ? input.id : null },
  }, { pinned: input.pinned }); // prettier-ignore
  return ok(null);
}

/** 見方を消す。消してよいのは保存した人（標準の見方は企画課も）。 */
export async function removeView(context: UseCaseContext, id: string): Promise<Result<null, Refusal>> {
  const views = await savedViews(context);
  if (!views.ok) return views;
  const view = views.value.find((one) => one.id === id);
  if (view === undefined || !view.removable) return refuse({ kind: "notFound" });
  await write(context, "review.removeView", id, { removedViews: [id] }, { name: view.name });
  return ok(null);
}

const write = (
  context: UseCaseContext,
  action: string,
  id: string,
  rows: Pick<PlannedRows<null>, "savedViews" | "removedViews" | "pin">,
  details: Readonly<Record<string, unknown>>,
) =>
  applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      ...rows,
      audit: [{ action, subjectKind: "savedView", subjectId: id, details }],
    }),
  });
