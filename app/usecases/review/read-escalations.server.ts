/** 決裁者が目を配る申請。決裁者と代決者には決裁する局の、企画課には全部の局の申請を挙げる。 */
import type { StaffActor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type Escalation, escalationNames, escalations } from "#app/domain/worklist/escalations.ts";
import { openStatuses } from "#app/domain/worklist/list-columns.ts";
import type { ListQuery } from "#app/domain/worklist/list-query.ts";
import { everyListing } from "#db/queries/listing-filter.ts";
import { countAnyListings } from "#db/queries/listings.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { listFilter, visibleOffices } from "./list-filter.ts";
import { type ListTotal, listWork } from "./list-work.server.ts";
import type { WorkItem } from "./work-item.ts";

export type EscalatedGroup = {
  readonly name: Escalation;
  readonly total: ListTotal;
  /** 初めの何件か。 */
  readonly items: readonly WorkItem[];
  /** 同じ申請の一覧の条件。 */
  readonly query: ListQuery;
};

/** まとまりに入り得る状態。 */
const unfinishedStatuses = [...openStatuses, "returned"] as const;

/** 一つのまとまりに示す件数。残りは一覧で見る。 */
const MOST_SHOWN = 10;

/** @returns 一件もないまとまりも含む。決裁者、代決者、企画課のほかは forbidden */
export async function readEscalations(
  context: UseCaseContext,
): Promise<Result<readonly EscalatedGroup[], Refusal>> {
  const reader = escalationReader(context);
  if (!reader.ok) return reader;
  const groups: EscalatedGroup[] = [];
  for (const name of escalationNames) {
    const query = escalationQuery(reader.value, name);
    const listed = await listWork(context, query);
    if (!listed.ok) return listed;
    groups.push({ name, total: listed.value.total, items: listed.value.items.slice(0, MOST_SHOWN), query });
  }
  return ok(groups);
}

/**
 * どれかのまとまりに入る申請の数。同じ申請は一度だけ数える。
 * @param cap 数える上限
 * @returns 決裁者と代決者のほかは null
 */
export function countEscalations(context: UseCaseContext, cap: number): number | null {
  const { actor } = context;
  const reader = escalationReader(context);
  if (!reader.ok || actor.kind !== "staff" || managedOffices(actor).length === 0) return null;
  const facts = { rulebook: currentRulebook(context).rulebook, today: today(context) };
  const filters = escalationNames.map((name) => listFilter(actor, escalationQuery(actor, name), facts));
  const unfinished = { ...everyListing, offices: managedOffices(actor), statuses: unfinishedStatuses };
  return countAnyListings(context.database.reader, unfinished, filters, cap);
}

function escalationReader({ actor }: UseCaseContext): Result<StaffActor, Refusal> {
  const decision = mayDo(actor, "review.escalations");
  if (!decision.allowed || actor.kind !== "staff")
    return refuse({ kind: "forbidden", action: "review.escalations", reason: "role" });
  return ok(actor);
}

/** 決裁する局のほかの局も見てよい人には、決裁する局だけに絞った条件。 */
function escalationQuery(actor: StaffActor, name: Escalation): ListQuery {
  const { query } = escalations[name];
  const managed = managedOffices(actor);
  const visible = visibleOffices(actor);
  const all = visible === null || visible.every((office) => managed.includes(office));
  return all ? query : { ...query, office: managed };
}

const managedOffices = ({ assignments }: StaffActor): readonly string[] => [
  ...new Set(
    assignments.flatMap(({ role, officeCode }) =>
      (role === "officeManager" || role === "substitute") && officeCode !== null ? [officeCode] : [],
    ),
  ),
];
