/**
 * 一月分の認定を公表する。行はその時の値のまま凍結し、後の取消しは後からの知らせとして添える。
 * 働き手の仕事と企画課のボタンが同じ意図の鍵を使うので、同じ月の第1版は一つだけになる。
 */
import { setImmediate as yieldToOthers } from "node:timers/promises";
import { z } from "zod";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { type CivilMonth, firstDayOf, isCivilMonth, lastDayOf, monthOf } from "#app/domain/calendar/civil-month.ts"; // prettier-ignore
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { isOver, publicationDay, unpublishedMonths } from "#app/domain/publication/publication-month.ts";
import { comparePublished, type PublishedPlan } from "#app/domain/publication/published-plan.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";
import { candidateChunks, editionsOfMonth, firstCertifiedOn, publicationEditions } from "#db/queries/publications.ts"; // prettier-ignore
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { publicationDrafts } from "./publication-rows.server.ts";

export const PUBLISH_MONTH = "publishMonth";
export const publishJob = z.object({ month: z.string().refine(isCivilMonth) });

/** 続けて読む認定の数。一度に読む間は、ほかの画面が待つ。 */
const CHUNK = 200;

/** 終わった月のうち、まだ公表していない月と、その公表の日。古い順。 */
export function waitingMonths({
  database: { reader },
  rulebooks,
  clock,
}: Pick<UseCaseContext, "database" | "rulebooks" | "clock">): readonly {
  readonly month: CivilMonth;
  readonly on: CivilDate;
}[] {
  const day = tokyoDay(clock.now());
  const loaded = rulebooks.on(day);
  const first = firstCertifiedOn(reader);
  if (loaded === null || first === null) return [];
  const published = new Set(publicationEditions(reader).map(({ month }) => month));
  return unpublishedMonths({ first: monthOf(first as CivilDate), published, today: day }).map((month) => ({
    month,
    on: publicationDay(month, holidaysOf(loaded.rulebook)),
  }));
}

/**
 * @param month 認定の月
 * @returns 公表した件数。もう公表してあれば、その時の件数。まだ終わっていない月と、認定の始まる前の月は notFound
 */
export async function publishMonth(
  context: UseCaseContext,
  month: string,
): Promise<Result<{ readonly total: number }, Refusal>> {
  const allowed = authorise(context, "publication.publish", {});
  if (!allowed.ok) return allowed;
  const { reader } = context.database;
  const first = firstCertifiedOn(reader);
  if (!isCivilMonth(month) || !isOver(month, today(context)) || first === null || month < first.slice(0, 7))
    return refuse({ kind: "notFound" });
  const published = editionsOfMonth(reader, month).at(-1);
  if (published !== undefined) return ok({ total: published.total });
  const plans = await plansToPublish(context, month);
  const actor = actorStamp(context.actor);
  const total = plans.length;
  const outcome = await applyWritePlan(context.database, {
    actor,
    at: context.clock.now(),
    requestId: context.requestId,
    intent: { action: "publication.publish", key: month },
    rows: () => ({
      result: { total },
      publications: [
        {
          month,
          edition: 1,
          reason: "",
          correction: null,
          total,
          publishedOn: today(context),
          publishedByName: actor.name,
          createdAt: context.clock.now(),
        },
      ],
      publishedPlans: plans.map((plan, index) => ({ month, edition: 1, position: index + 1, ...plan })),
      audit: [
        {
          action: "publication.publish",
          subjectKind: "publication",
          subjectId: month,
          details: { edition: 1, total },
        },
      ],
    }),
  });
  return outcome.kind === "stale"
    ? refuse({ kind: "stale", subject: "publication", by: null, what: null })
    : ok(outcome.result);
}

/** 公表してよい計画だけ。一覧の順。 */
async function plansToPublish(context: UseCaseContext, month: CivilMonth): Promise<readonly PublishedPlan[]> {
  const days = { from: firstDayOf(month), to: lastDayOf(month) };
  const plans: PublishedPlan[] = [];
  for (const rows of candidateChunks(context.database.reader, days, CHUNK)) {
    for (const { plan, withheld } of publicationDrafts(context, rows))
      if (withheld === null) plans.push(plan);
    await yieldToOthers();
  }
  return plans.toSorted(comparePublished);
}
