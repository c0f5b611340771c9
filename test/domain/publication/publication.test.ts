import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBusinessDay } from "#app/domain/calendar/business-days.ts";
import type { CivilMonth } from "#app/domain/calendar/civil-month.ts";
import { correctList, type ListCorrection } from "#app/domain/publication/correct-list.ts";
import { publicationSchema } from "#app/domain/publication/open-data.ts";
import { publicationDay, unpublishedMonths } from "#app/domain/publication/publication-month.ts";
import {
  comparePublished,
  type PublishedPlan,
  publishedRecord,
  withheldFrom,
} from "#app/domain/publication/published-plan.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";

const month = (text: string) => text as CivilMonth;
const holidays = new Set([date("2027-02-11"), date("2027-03-22")]);

const plan = (number: string, more: Partial<PublishedPlan> = {}): PublishedPlan => ({
  applicationId: `application-${number}`,
  number,
  certifiedOn: "2026-12-05",
  kind: "new",
  name: `株式会社${number}`,
  corporateNumber: "7990001000001",
  ministry: "経済産業省",
  prefecture: "04",
  prefectureName: "宮城県",
  division: "E",
  divisionName: "製造業",
  industryCode: "2662",
  industryName: "金属加工機械製造業",
  guidelineName: "製造業",
  ...more,
});

describe("一覧に載せる事業者", () => {
  const sole = { publishConsent: "yes", corporationType: "soleProprietor" };
  it.each([
    ["公表してよいと選んだ法人は載せる", { publishConsent: "yes", corporationType: "corporation" }, [], null],
    ["公表しないと選んだ事業者は載せない", { publishConsent: "no" }, [], "noConsent"],
    ["選んでいない古い提出は載せない", {}, [], "noConsent"],
    ["屋号のある個人事業主は屋号で載せる", { ...sole, name: "喫茶しまだ" }, ["島田 悟"], null],
    [
      "屋号が無く氏名を書いた個人事業主は載せない",
      { ...sole, name: "湊さくら" },
      ["湊 さくら"],
      "noTradeName",
    ],
    ["名称の無い個人事業主は載せない", sole, [], "noTradeName"],
  ])("%s", (_title, company, people, expected) => {
    expect(withheldFrom(company, people)).toBe(expected);
  });
});

describe("公表の日", () => {
  it.each([
    ["2026-11", "2026-12-01"],
    ["2026-12", "2027-01-04"],
    ["2027-01", "2027-02-01"],
    ["2027-04", "2027-05-03"],
  ])("%s の認定は %s に公表する", (of, day) => {
    expect(publicationDay(month(of), holidays)).toBe(day);
  });

  it("いつも翌月の業務日で、その前の翌月の日に業務日は無い", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const of = month(`${year}-${String(number).padStart(2, "0")}`);
        const day = publicationDay(of, holidays);
        expect(day.slice(0, 7) > of && isBusinessDay(day, holidays)).toBe(true);
        for (let before = 1; before < Number(day.slice(8)); before += 1)
          expect(isBusinessDay(date(`${day.slice(0, 8)}${String(before).padStart(2, "0")}`), holidays)).toBe(
            false,
          );
      }),
    );
  });

  it("終わった月のうち、まだの月だけを古い順に挙げ、認定が無ければ挙げない", () => {
    const facts = { published: new Set(["2026-10"]), today: date("2027-01-03") };
    expect(unpublishedMonths({ ...facts, first: month("2026-09") })).toEqual([
      "2026-09",
      "2026-11",
      "2026-12",
    ]);
    expect(unpublishedMonths({ ...facts, first: month("2027-01") })).toEqual([]);
    expect(unpublishedMonths({ ...facts, first: null })).toEqual([]);
  });
});

describe("一覧の訂正", () => {
  const rows = [plan("第1号"), plan("第2号"), plan("第3号", { ministry: "農林水産省" })];
  const correct = (correction: ListCorrection, added: PublishedPlan | null = null) =>
    correctList(rows, correction, added);

  it("除くと、その行だけが無くなる", () => {
    expect(correct({ kind: "remove", number: "第2号" })).toEqual({ ok: true, value: [rows[0], rows[2]] });
  });

  it("名称を直すと、その行の名称だけが変わる", () => {
    expect(correct({ kind: "rename", number: "第1号", name: "株式会社青葉" })).toEqual({
      ok: true,
      value: [{ ...rows[0], name: "株式会社青葉" }, rows[1], rows[2]],
    });
  });

  it("加えた行は、一覧の順に入る", () => {
    const added = plan("第0号");
    expect(correct({ kind: "add", number: "第0号" }, added)).toEqual({ ok: true, value: [added, ...rows] });
  });

  it.each<readonly [string, ListCorrection, string]>([
    ["載っていない行は除けない", { kind: "remove", number: "第9号" }, "notListed"],
    ["載っていない行の名称は直せない", { kind: "rename", number: "第9号", name: "別" }, "notListed"],
    ["同じ名称には直せない", { kind: "rename", number: "第1号", name: "株式会社第1号" }, "sameName"],
    ["載っている行は加えられない", { kind: "add", number: "第1号" }, "alreadyListed"],
  ])("%s", (_title, correction, error) => {
    expect(correct(correction)).toEqual({ ok: false, error });
  });

  it("並びは、主務大臣、都道府県、認定日、文書番号の順", () => {
    const sorted = [
      plan("第1号", { prefecture: "04", certifiedOn: "2026-12-01" }),
      plan("第1号", { prefecture: "04", certifiedOn: "2026-12-02" }),
      plan("第2号", { prefecture: "13", certifiedOn: "2026-12-01" }),
      plan("第2号", { ministry: "農林水産省", prefecture: "01" }),
    ];
    expect(sorted.toReversed().toSorted(comparePublished)).toEqual(sorted);
  });
});

it("JSON の一件の鍵は、説明した形のとおりで、申請の内部の番号を含まない", () => {
  const { items } = publicationSchema("https://portal.example.jp").properties.plans;
  const record = publishedRecord({ ...plan("第1号"), later: { kind: "revoked", on: "2027-02-01" } });
  expect(Object.keys(record)).toEqual(items.required);
  expect(Object.keys(items.properties)).toEqual(items.required);
  expect(Object.values(record)).not.toContain("application-第1号");
  expect(record).toMatchObject({ later: "認定の取消し", laterOn: "2027-02-01" });
});
