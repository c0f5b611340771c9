/** 一覧のための読み出しの道筋。千行を超える表を、名指しした場合のほかは端から端まで読まない。 */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { everyListing, type ListingFilter } from "#db/queries/listing-filter.ts";
import { listingNumbers, type ListingOrder } from "#db/queries/listing-numbers.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "./temporary-database.ts";

let temporary: TemporaryDatabase;
beforeAll(() => {
  temporary = openTemporaryDatabase();
});
afterAll(() => temporary.close());

const day = "2026-11-01" as CivilDate;
const words = ["検査"];
const own: Partial<ListingFilter> = { offices: ["meti-tohoku"] };

const plan = (
  filter: Partial<ListingFilter>,
  order: ListingOrder,
  reading: "gather" | "walk" = "gather",
): readonly string[] => {
  const page = { after: null, limit: 51 };
  return temporary.database.reader
    .all<{ readonly detail: string }>(
      sql`explain query plan ${listingNumbers({ ...everyListing, ...filter }, order, page, reading)}`,
    )
    .map(({ detail }) => detail);
};
/** 表の端から読む段。索引（FTS5）をたどる段は、当たる行だけを読む。 */
const scans = (steps: readonly string[]): readonly string[] =>
  steps.filter((step) => /^SCAN (?!application_search VIRTUAL TABLE)/u.test(step));

const sorts = ["filed", "company", "started", "due", "updated"] as const;

describe("局の職員の一覧", () => {
  const filters: Readonly<Record<string, Partial<ListingFilter>>> = {
    条件なし: own,
    状態: { ...own, statuses: ["returned"] },
    担当: { ...own, assignees: ["someone"] },
    "省庁・都道府県・指針": { ...own, ministries: ["経済産業省"], prefectures: ["04"], guidelines: ["x"] },
    産業分類: { ...own, industries: [["2400", "2499"]] },
    "類型・差戻しの理由": { ...own, equipmentTypes: ["A"], returnKinds: ["wrong"] },
    日付: { ...own, filed: { from: day, to: day } },
    経過日数: { ...own, startedBy: day },
    目安の日: { ...own, due: [{ from: null, to: day }], stopped: true },
    止まってからの日数: { ...own, stoppedBy: day },
    検索: { ...own, words },
    検索と状態: { ...own, words, statuses: ["certified"] },
  };

  it.each(Object.keys(filters))("%s: どの並べ順でも、局の申請か当たる申請だけを読む", (name) => {
    for (const sort of sorts)
      for (const direction of ["asc", "desc"] as const)
        expect(scans(plan(filters[name] ?? {}, { sort, direction })), sort).toEqual([]);
  });

  it.each(sorts)("%s の順は、並べ替えずに索引の順で読む", (sort) => {
    const steps = plan(own, { sort, direction: "desc" });
    expect(steps.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
  });

  it("検索は、届いた順なら並べ替えずに、初めの頁で止まる", () => {
    const steps = plan({ ...own, words }, { sort: "filed", direction: "desc" });
    expect(steps.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
  });
});

describe("企画課の一覧（全部の局）", () => {
  /** 端から読んでよい場合: 全部の局を、並べ順の索引の順に、一頁分だけ読む。 */
  it.each(sorts)("%s の順は、その順の索引を一頁分だけたどる", (sort) => {
    const steps = plan({}, { sort, direction: "desc" });
    expect(steps.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
    expect(steps).toHaveLength(1);
  });

  it.each(["company", "started", "due", "updated"] as const)(
    "ありふれた言葉を %s の順に見るときは、その順の索引をたどり、一件ずつ番号で検索の索引に尋ねる",
    (sort) => {
      const steps = plan({ words }, { sort, direction: "asc" }, "walk");
      expect(steps.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
      expect(steps[0]).toBe(`SCAN application_listings USING COVERING INDEX application_listings_${sort}`);
      expect(steps.slice(1)).toEqual([
        "CORRELATED SCALAR SUBQUERY 1",
        expect.stringMatching(/^SCAN application_search VIRTUAL TABLE INDEX \d+:=M\d$/u),
      ]);
    },
  );

  it.each([
    ["状態", { statuses: ["returned"] }],
    ["都道府県", { prefectures: ["04"] }],
    ["指針", { guidelines: ["manufacturing"] }],
    ["局", { offices: ["meti-tohoku"] }],
    ["検索", { words }],
  ] as const)("%s で絞れば、端から読まない", (_name, filter) => {
    expect(scans(plan(filter, { sort: "filed", direction: "desc" }))).toEqual([]);
  });
});
