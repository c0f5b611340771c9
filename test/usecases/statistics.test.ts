/** 統計の数は、その数を押して開く一覧の件数に等しい。自分の局の外は数えない。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PlanListQuery, readPlanListQuery } from "#app/domain/plan-life/plan-list-query.ts";
import { listPlans, type PlanListPage } from "#app/usecases/plans/list-plans.server.ts";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { chosenPeriod } from "#app/domain/worklist/statistics-period.ts";
import { statisticsView } from "#app/routes/reviewer/statistics-view.server.ts";
import { currentRulebook, today, type UseCaseContext } from "#app/usecases/context.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { readStatistics } from "#app/usecases/review/read-statistics.server.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";

let test: TestServices;
beforeAll(async () => {
  test = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  await loadPlans(test.services, { plans: 300, seed: 7 });
}, 120_000);
afterAll(() => test.close());

async function seenBy(context: UseCaseContext, office: readonly string[] = []) {
  const { actor } = context;
  if (actor.kind !== "staff") throw new Error("職員だけが統計を見る");
  const period = chosenPeriod(today(context), "recent");
  const figures = expectOk(await readStatistics(context, { period: period.period, offices: office }));
  const { rulebook } = currentRulebook(context);
  return statisticsView(actor, figures, { period, office }, { rulebook, today: today(context) });
}

const listed = async (context: UseCaseContext, href: string): Promise<number> => {
  const { query, ignored } = readListQuery(new URL(href, "https://portal.example").searchParams);
  expect(ignored).toEqual([]);
  return expectOk(await listWork(context, query)).total.count;
};

describe.each(["coordinator", "kanto-reviewer"])("%s の見る統計", (person) => {
  it("どの数も、その行き先の一覧の件数に等しい", async () => {
    const context = await logIn(test, person);
    const view = await seenBy(context);
    expect(view.total.filed.count).toBeGreaterThan(0);
    const numbers = [
      ...view.months.flatMap(({ filed, certified }) => [filed, certified]),
      ...view.ages.map(({ open }) => open),
      ...[view.total, ...view.groups.flatMap(({ lines }) => lines)].flatMap((line) => [
        line.filed,
        line.open,
        line.certified,
        line.returned,
      ]),
    ];
    for (const { count, href } of numbers) expect(await listed(context, href), href).toBe(count);
  });
});

const plansAt = (context: UseCaseContext, href: string): number => {
  let query: PlanListQuery | null = readPlanListQuery(new URL(href, "https://portal.example").searchParams);
  let total = 0;
  while (query !== null) {
    const page: PlanListPage = expectOk(listPlans(context, query));
    total += page.plans.length;
    query = page.next === null ? null : { ...query, after: page.next };
  }
  return total;
};

it.each([
  ["全部の局", "coordinator", []],
  ["一つの局", "coordinator", ["meti-kanto"]],
  ["自分の局", "kanto-reviewer", []],
] as const)(
  "%sの電子申請の割合は、初めの認定ごとの計画の一覧の件数に等しい",
  async (_name, person, office) => {
    const context = await logIn(test, person);
    const { origins } = await seenBy(context, office);
    expect(origins.map(({ origin }) => origin)).toEqual(["portal", "paper", "imported"]);
    for (const { plans } of origins) expect(plansAt(context, plans.href), plans.href).toBe(plans.count);
    expect(origins[0]?.plans.count).toBeGreaterThan(0);
    expect(origins[0]?.share).toBe("100.0%");
  },
);

it("局を選ぶとその局だけを数え、見てよくない局を選ぶと一件も数えない", async () => {
  const coordinator = await logIn(test, "coordinator");
  const all = await seenBy(coordinator);
  const offices = all.groups.find(({ group }) => group === "office")?.lines ?? [];
  const [first] = offices;
  expect(offices.length).toBeGreaterThan(1);
  expect((await seenBy(coordinator, [first?.value ?? ""])).total.filed.count).toBe(first?.filed.count);

  const reviewer = await logIn(test, "tohoku-reviewer");
  expect((await seenBy(reviewer, ["meti-kanto"])).total.filed.count).toBe(0);
});

it("統計を見る役割のない職員には見せない", async () => {
  const auditor = await logIn(test, "auditor");
  const period = chosenPeriod(today(auditor), null).period;
  expect(refusalOf(await readStatistics(auditor, { period, offices: [] }))).toMatchObject({
    kind: "forbidden",
  });
});
