/** 一覧の「目安の日」: 条件に当たる申請の言葉と、記録の画面の言葉が食い違わない。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dueWords } from "#app/domain/worklist/due-day.ts";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { exportList } from "#app/usecases/review/export-list.server.ts";
import { listWork, type WorkListPage } from "#app/usecases/review/list-work.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import type { WorkItem } from "#app/usecases/review/work-item.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";

let test: TestServices;
let coordinator: UseCaseContext;
beforeAll(async () => {
  test = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  await loadPlans(test.services, { plans: 600, seed: 11 });
  coordinator = await logIn(test, "coordinator");
}, 120_000);
afterAll(() => test.close());

const query = (text: string) => readListQuery(new URLSearchParams(text)).query;

async function every(text: string): Promise<readonly WorkItem[]> {
  const items: WorkItem[] = [];
  for (let after: string | null = null; ;) {
    const page: WorkListPage = expectOk(await listWork(coordinator, { ...query(text), after }));
    items.push(...page.items);
    if (page.next === null) return items;
    after = page.next;
  }
}

describe("目安の日で絞る", () => {
  it.each([
    ["due=over", /^超過\d+日$/u],
    ["due=soon", /^(?:今日まで|残り\d日)$/u],
    ["due=stopped", /^停止中（差戻し）$/u],
  ])("%s には、その言葉の申請が全部入り、ほかは入らない", async (condition, words) => {
    const all = await every("");
    const found = await every(condition);
    const expected = all.filter(({ due }) => {
      if (condition === "due=soon") return due.kind === "expected" && due.pressing === "soon";
      return words.test(dueWords(due));
    });
    expect(found.length).toBeGreaterThan(0);
    for (const { due } of found) expect(dueWords(due)).toMatch(words);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
  });

  it("期間で絞ると、目安の日のない申請は入らない", async () => {
    const found = await every("dueFrom=2026-12-01");
    expect(found.length).toBeGreaterThan(0);
    for (const { due } of found) expect(due.kind === "expected" && due.on >= "2026-12-01").toBe(true);
  });

  it("止まってから30日たった差戻しだけを選べる", async () => {
    for (const { due, status } of await every("status=returned&minStopped=30")) {
      expect(status).toBe("returned");
      expect(due.kind === "stopped" && due.since <= "2026-11-01").toBe(true);
    }
  });
});

it("目安の日の順は近い方からで、目安の日のない申請は最後に並ぶ", async () => {
  const days = (await every("sort=due")).map(({ due }) => (due.kind === "expected" ? due.on : "9"));
  expect(days).toEqual(days.toSorted());
  expect(new Set(days).size).toBeGreaterThan(5);
});

it("記録の画面の目安の日は、一覧と同じ", async () => {
  for (const item of (await every("status=open&status=returned")).slice(0, 30))
    expect(expectOk(await openRecord(coordinator, item.id)).due).toEqual(item.due);
});

it("書出しの「目安の日」は日付で、止まっていれば言葉になる", async () => {
  const made = expectOk(
    await exportList(coordinator, test.services.spreadsheets, {
      query: query("columns=due&status=returned&status=underReview"),
      format: "csv",
    }),
  );
  const parts: Uint8Array[] = [];
  for await (const part of made.bytes) parts.push(part);
  const lines = new TextDecoder().decode(Buffer.concat(parts)).trim().split(/\r?\n/u).slice(1);
  expect(lines.filter((line) => !/^"?(?:\d{4}-\d\d-\d\d|停止中（差戻し）)"?$/u.test(line))).toEqual([]);
  expect(lines.some((line) => line.includes("停止中"))).toBe(true);
});
