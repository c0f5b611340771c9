/** 統計。職員には自分の局の申請、企画課には全部の局の申請を数える。 */
import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { StaffActor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { firstDayOf, shiftMonth } from "#app/domain/calendar/civil-month.ts";
import { startOfTokyoDay } from "#app/domain/calendar/tokyo.ts";
import { type PlanOrigin, planOrigins } from "#app/domain/plan-life/plan-list-query.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import {
  countStatistics,
  type StatisticsFigures,
  type StatisticsPeriod,
} from "#app/domain/worklist/statistics.ts";
import { plansByOrigin } from "#db/queries/plan-list.ts";
import { countedRows, type ReturnedField, returnedFields } from "#db/queries/statistics.ts";
import { authorise } from "../authorise.server.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { chosenOffices, visibleOffices } from "./list-filter.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";

export type Statistics = StatisticsFigures & {
  /** 期間に書かれた差戻しの指摘。多い順。 */
  readonly returnedFields: readonly ReturnedField[];
  /** いまある計画の数。初めの認定をどこで受けたかごとに。 */
  readonly origins: readonly { readonly origin: PlanOrigin; readonly total: number }[];
};

/** 続けて読む行数。一度に読む間は、ほかの画面が待つ。 */
const CHUNK = 4_000;

/**
 * @param input.period 申請の月の期間（両端を含む）
 * @param input.offices 数える局。空なら見てよい局の全部。見てよくない局は数えない
 */
export async function readStatistics(
  context: UseCaseContext,
  input: { readonly period: StatisticsPeriod; readonly offices: readonly string[] },
): Promise<Result<Statistics, Refusal>> {
  const reader = statisticsReader(context);
  if (!reader.ok) return reader;
  const { rulebook } = currentRulebook(context);
  const offices = chosenOffices(reader.value, input.offices);
  const counting = countStatistics({
    period: input.period,
    today: today(context),
    holidays: holidaysOf(rulebook),
    majorOf: majorOf(rulebook),
  });
  for (const rows of countedRows(context.database.reader, offices, CHUNK)) {
    for (const row of rows) counting.add(row);
    await yieldToOthers();
  }
  const written = {
    from: startOfTokyoDay(firstDayOf(input.period.from)),
    before: startOfTokyoDay(firstDayOf(shiftMonth(input.period.to, 1))),
  };
  const counted = new Map(
    plansByOrigin(context.database, offices).map(({ origin, total }) => [origin, total]),
  );
  return ok({
    ...counting.figures(),
    origins: planOrigins.map((origin) => ({ origin, total: counted.get(origin) ?? 0 })),
    returnedFields: returnedFields(context.database.reader, offices, written).toSorted(
      (a, b) => b.total - a.total,
    ),
  });
}

function statisticsReader(context: UseCaseContext): Result<StaffActor, Refusal> {
  const { actor } = context;
  if (actor.kind !== "staff" || !mayDo(actor, "statistics.view").allowed)
    return refuse({ kind: "forbidden", action: "statistics.view", reason: "role" });
  for (const officeCode of visibleOffices(actor) ?? []) {
    const allowed = authorise(context, "statistics.view", { officeCode });
    if (!allowed.ok) return allowed;
  }
  return ok(actor);
}

/** 細分類から大分類。同じ二桁の中分類は、どちらの改定でも同じ大分類にある。 */
function majorOf(rulebook: Rulebook): (code: string) => string {
  const known = new Map<string, string>();
  return (code) => {
    const middle = code.slice(0, 2);
    const remembered = known.get(middle);
    if (remembered !== undefined) return remembered;
    const found =
      rulebook.industries[14].byCode.get(middle)?.parent ??
      rulebook.industries[13].byCode.get(middle)?.parent ??
      "";
    known.set(middle, found);
    return found;
  };
}
