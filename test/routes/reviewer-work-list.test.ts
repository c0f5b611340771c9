/** 審査の一覧の URL。条件の全部が URL に載り、読めない値は使わない。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listedStatuses, returnKindWords } from "#app/domain/worklist/list-columns.ts";
import {
  emptyListQuery,
  keptQuery,
  type ListQuery,
  narrowedBy,
  readListQuery,
  statusesOf,
  writeListQuery,
} from "#app/domain/worklist/list-query.ts";
import { workListTabs } from "#app/routes/reviewer/work-list-view.server.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";

const read = (text: string) => readListQuery(new URLSearchParams(text));

const query: fc.Arbitrary<ListQuery> = fc
  .record({
    status: fc.uniqueArray(fc.constantFrom("open" as const, ...listedStatuses)),
    office: fc.uniqueArray(fc.constantFrom("meti-tohoku", "mlit-kobe", "mlit_rdb-hokkaido")),
    reason: fc.uniqueArray(fc.constantFrom(...(Object.keys(returnKindWords) as "wrong"[]))),
    industry: fc.uniqueArray(fc.constantFrom("E", "24", "2429")),
    assignee: fc.uniqueArray(fc.oneof(fc.constantFrom("me", "none"), fc.uuid())),
    q: fc.option(fc.stringMatching(/^[^\s](?:.{0,20}[^\s])?$/u).filter((text) => text.trim() === text)),
    filedFrom: fc.option(fc.constant(date("2026-04-01"))),
    minAge: fc.option(fc.integer({ min: 0, max: 999 })),
    sort: fc.option(fc.constantFrom("filed" as const, "company" as const, "started" as const)),
    order: fc.option(fc.constantFrom("asc" as const, "desc" as const)),
    after: fc.option(fc.constantFrom("12", "12~株式会社 あ%&=")),
  })
  .map((part) => ({ ...emptyListQuery, ...part }));

describe("条件", () => {
  it("どの条件も、URL を往復して変わらない", () => {
    fc.assert(
      fc.property(query, (given) => {
        const text = writeListQuery(given);
        expect(read(text)).toEqual({ query: given, ignored: [] });
      }),
    );
  });

  it.each([
    ["status=draft", "状態"],
    ["status=xyz", "状態"],
    ["filedFrom=2026-02-30", "申請日（から）"],
    ["minAge=-1", "経過日数"],
    ["minAge=abc", "経過日数"],
    ["prefecture=48", "都道府県"],
    ["industry=Z", "産業分類"],
    ["assignee=someone", "担当"],
    ["sort=price", "並べ替え"],
    ["columns=password", "列"],
    ["after=x", "ページの境目"],
  ])("%s は使わず、「%s」を使わなかったと知らせる", (text, label) => {
    expect(read(text)).toEqual({ query: emptyListQuery, ignored: [label] });
  });

  it("読めない値があっても、読める値は使う", () => {
    const { query: got, ignored } = read(
      "status=xyz&status=returned&office=meti-tohoku&filedTo=令和8年4月1日",
    );
    expect([got.status, got.office, got.filedTo]).toEqual([["returned"], ["meti-tohoku"], "2026-04-01"]);
    expect(ignored).toEqual(["状態"]);
  });

  it("空の欄は、条件がないものとする", () => {
    expect(read("q=&status=&filedFrom=&minAge=")).toEqual({ query: emptyListQuery, ignored: [] });
  });

  it("処理中は、局がまだ終えていない状態だけ", () => {
    expect(statusesOf(read("status=open").query)).toEqual(["submitted", "accepted", "underReview"]);
  });

  it("保存した見方と書出しは、ページの境目を持たない", () => {
    expect(keptQuery(read("status=open&after=12&view=none").query)).toBe("status=open");
  });

  it("状態、並べ方、列は絞り込みに数えない", () => {
    expect(narrowedBy(read("status=open&sort=company&columns=status&group=office").query)).toEqual([]);
    expect(narrowedBy(read("q=検査&minAge=10").query)).toEqual(["検索の言葉", "経過日数"]);
  });
});

const counts = {
  submitted: 1,
  accepted: 2,
  underReview: 4,
  returned: 8,
  certified: 16,
  declined: 32,
  withdrawn: 64,
};

it("タブの件数は、見方の指す状態の合計で、今の見方だけに印が付く", () => {
  const tabs = workListTabs(read("status=open").query, counts, false);
  expect(tabs.map(({ label, count }) => [label, count])).toEqual([
    ["すべて", 127],
    ["処理中", 7],
    ["申請済", 1],
    ["受理済", 2],
    ["審査中", 4],
    ["差戻し", 8],
    ["認定", 16],
    ["不認定", 32],
    ["取下げ", 64],
  ]);
  expect(tabs.filter(({ current }) => current).map(({ href }) => href)).toEqual(["/review?status=open"]);
});
