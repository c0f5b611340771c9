/** 急ぐ申請: 件数はその一覧の件数に等しく、決裁する局の申請だけを挙げる。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readListQuery, writeListQuery } from "#app/domain/worklist/list-query.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { pauseReview } from "#app/usecases/review/pause-review.server.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import {
  countEscalations,
  type EscalatedGroup,
  readEscalations,
} from "#app/usecases/review/read-escalations.server.ts";
import { nameSubstitute } from "#app/usecases/review/substitutes.server.ts";
import { accountIdOf, logIn, logInStaff } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";

let test: TestServices;
let clock: TestClock;
beforeAll(async () => {
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  test = await startTestServices({ clock });
  await loadPlans(test.services, { plans: 600, seed: 5 });
}, 120_000);
afterAll(() => test.close());

/** デモにいない、関東経済産業局の決裁者。 */
const managerOfKanto = () =>
  logInStaff(test, "kanto-manager", {
    name: "決裁 太郎",
    email: "kanto-manager@staff.example.jp",
    groups: ["office:meti-kanto:officeManager"],
  });

const everyId = async (context: UseCaseContext, { query }: EscalatedGroup): Promise<readonly string[]> => {
  const { query: read, ignored } = readListQuery(new URLSearchParams(writeListQuery(query)));
  expect(ignored).toEqual([]);
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof listed>> = await listed(context, { ...read, after });
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) return ids;
    after = page.next;
  }
};
const listed = async (context: UseCaseContext, query: Parameters<typeof listWork>[1]) =>
  expectOk(await listWork(context, query));

describe.each([
  ["決裁者", managerOfKanto],
  ["企画課", () => logIn(test, "coordinator")],
])("%sの見る、急ぐ申請", (_person, enter) => {
  it("どのまとまりの件数も、その一覧を終わりまでめくった件数に等しい", async () => {
    const context = await enter();
    const groups = expectOk(await readEscalations(context));
    expect(groups.map(({ name }) => name)).toEqual([
      "over",
      "soon",
      "undecided",
      "unassigned",
      "unanswered",
      "paused",
    ]);
    for (const group of groups) {
      const ids = await everyId(context, group);
      expect(group.total, group.name).toEqual({ count: ids.length, exact: true });
      expect(group.items.map(({ id }) => id)).toEqual(ids.slice(0, group.items.length));
    }
    expect(groups.filter(({ total }) => total.count > 0).length).toBeGreaterThan(3);
  });
});

it("決裁者のメニューの件数は、どれかのまとまりに入る申請の数で、重なりは一度だけ数える", async () => {
  const manager = await managerOfKanto();
  const groups = expectOk(await readEscalations(manager));
  const ids = new Set<string>();
  for (const group of groups) for (const id of await everyId(manager, group)) ids.add(id);
  expect(countEscalations(manager, 100)).toBe(ids.size);
  expect(ids.size).toBeLessThan(groups.reduce((sum, { total }) => sum + total.count, 0));
});

it("決裁者には自分の局の申請だけを挙げる", async () => {
  const manager = await managerOfKanto();
  const offices = new Set(
    expectOk(await readEscalations(manager)).flatMap(({ items }) =>
      items.map(({ officeName }) => officeName),
    ),
  );
  expect(offices).toEqual(new Set(["関東経済産業局"]));
});

it("審査担当と監査には見せず、企画課にはメニューの件数を数えない", async () => {
  for (const person of ["kanto-reviewer", "auditor"]) {
    const context = await logIn(test, person);
    expect(refusalOf(await readEscalations(context))).toMatchObject({ kind: "forbidden" });
    expect(countEscalations(context, 100)).toBeNull();
  }
  expect(countEscalations(await logIn(test, "coordinator"), 100)).toBeNull();
});

it("代決者には、任された局の申請を決裁者と同じに挙げ、件数も同じに数える", async () => {
  const manager = await managerOfKanto();
  const colleague = await logIn(test, "kanto-reviewer");
  expectOk(
    await nameSubstitute(manager, {
      officeCode: "meti-kanto",
      substituteId: accountIdOf(colleague.actor),
      fromDay: "2026-12-01",
      toDay: "2026-12-01",
      reason: "出張のため",
    }),
  );
  const substitute = await logIn(test, "kanto-reviewer");
  const ids = async (context: UseCaseContext) =>
    expectOk(await readEscalations(context)).map(({ items }) => items.map(({ id }) => id));
  expect(await ids(substitute)).toEqual(await ids(manager));
  expect(countEscalations(substitute, 100)).toBe(countEscalations(manager, 100));
});

it("30日を超えて中断している申請は、中断のまとまりに入る", async () => {
  const reviewer = await logIn(test, "kanto-reviewer");
  const [item] = (await listed(reviewer, readListQuery([["status", "underReview"]]).query)).items;
  if (item === undefined) throw new Error("審査中の申請がありません。");
  const { id: applicationId, version } = item;
  expectOk(await pauseReview(reviewer, { applicationId, version, reason: "consultingMinistry", text: "" }));
  const paused = async () => {
    const groups = expectOk(await readEscalations(await managerOfKanto()));
    return groups.find(({ name }) => name === "paused")?.items.map(({ id }) => id);
  };
  expect(await paused()).toEqual([]);
  clock.advance({ days: 30 });
  expect(await paused()).toEqual([applicationId]);
});
