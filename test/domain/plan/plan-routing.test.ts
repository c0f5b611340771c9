/** 計画の提出先。分野が一つでも複数でも、答えは一つに決まるか、選ぶものを示す。 */
import { describe, expect, it } from "vitest";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import { guidelineIdOf, officesToChoose, routePlanValues } from "#app/domain/plan/plan-routing.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { manufacturing, warehouse, withFields } from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const on = date("2026-12-01");
const route = (answers: RawAnswers) => routePlanValues(rulebook, readPlan(answers).values, on);
const planOf = (codes: readonly string[], ministry = "", prefecture = "04") =>
  withFields(withFields(manufacturing.answers, "company", { prefecture }), "industry", {
    industries: codes.map((code, index) => ({ id: `industry-${index + 1}`, revision: "14", code })),
    ministry,
  });

describe("一つの分野の計画", () => {
  it("経済産業局だけへの電子申請は14業務日", () => {
    expect(route(manufacturing.answers)).toMatchObject({
      kind: "decided",
      routing: {
        office: { code: "meti-tohoku" },
        industryCode: "2662",
        prefecture: "04",
        processing: { days: 14, unit: "businessDays" },
        joint: false,
      },
    });
  });

  it("神戸の倉庫業は神戸運輸監理部、同じ分野でも大阪なら近畿運輸局", () => {
    expect(route(warehouse.answers)).toMatchObject({ routing: { office: { name: "神戸運輸監理部" } } });
    expect(route(withFields(warehouse.answers, "company", { prefecture: "27" }))).toMatchObject({
      routing: { office: { name: "近畿運輸局" } },
    });
  });

  it("旅館業（7511）は二つの省庁から選び、選べば共管の45日になる", () => {
    const undecided = route(planOf(["7511"]));
    expect(undecided).toMatchObject({
      kind: "undecided",
      reason: null,
      candidates: [{ ministry: "厚生労働省" }, { ministry: "国土交通省" }],
    });
    expect(guidelineIdOf(undecided)).toBe("ryokan");
    expect(checkPlan(rulebook, planOf(["7511"]), on).map((finding) => finding.check)).toContain(
      "ministryChoice",
    );
    expect(route(planOf(["7511"], "国土交通省"))).toMatchObject({
      kind: "decided",
      routing: { ministry: "国土交通省", processing: { days: 45, unit: "days" }, joint: true },
    });
  });

  it("候補にない省庁を選んでも決まらない", () => {
    expect(route(planOf(["7511"], "経済産業省")).kind).toBe("undecided");
  });

  it("コールセンターの分野は、理由を添え、案内された省庁を選べば決まる", () => {
    expect(route(planOf(["1611"]))).toMatchObject({
      kind: "undecided",
      reason: expect.stringContaining("肥料"),
    });
    expect(route(planOf(["1611"], "農林水産省"))).toMatchObject({
      kind: "decided",
      routing: { ministry: "農林水産省" },
    });
  });

  it.each([
    [[], "04", { kind: "incomplete", missing: "industry" }],
    [["2662"], "", { kind: "incomplete", missing: "prefecture" }],
    [["0000"], "04", { kind: "unknownIndustry", code: "0000", rowId: "industry-1" }],
  ] as const)("分野 %j と都道府県「%s」", (codes, prefecture, expected) => {
    expect(route(planOf(codes, "", prefecture))).toEqual(expected);
  });
});

describe("複数の分野の計画", () => {
  it("どの分野も同じ局なら、その局に決まり、共管ではない", () => {
    expect(route(planOf(["2662", "2661"]))).toMatchObject({
      kind: "decided",
      routing: { office: { code: "meti-tohoku" }, joint: false, processing: { days: 14 } },
    });
  });

  it("違う省庁の分野にわたれば、選ぶまで決まらず、選べば共管の45日になる", () => {
    expect(route(planOf(["2662", "4711"]))).toMatchObject({ kind: "undecided", reason: null });
    const decided = route(planOf(["2662", "4711"], "経済産業省"));
    expect(decided).toMatchObject({
      kind: "decided",
      routing: {
        office: { code: "meti-tohoku" },
        industryCode: "2662",
        processing: { days: 45, unit: "days" },
        joint: true,
      },
    });
    if (decided.kind !== "decided") throw new Error(decided.kind);
    expect(decided.routing.explanation.at(-1)).toContain("標準処理期間は45日になります");
  });

  it("同じ省庁の違う局にわたれば、局を選ぶまで決まらず、選んだ局に決まる。共管ではない", () => {
    const both = planOf(["0611", "4311"]);
    expect(route(both)).toMatchObject({
      kind: "undecided",
      ask: "office",
      candidates: [{ office: { name: "東北地方整備局" } }, { office: { name: "東北運輸局" } }],
    });
    for (const office of ["東北地方整備局", "東北運輸局"]) {
      const { code = "" } = [...rulebook.offices.values()].find(({ name }) => name === office) ?? {};
      const decided = route(withFields(both, "industry", { office: code }));
      expect(decided).toMatchObject({
        kind: "decided",
        routing: { office: { name: office }, ministry: "国土交通省", joint: false, processing: { days: 30 } },
      });
      if (decided.kind !== "decided") throw new Error(decided.kind);
      expect(decided.routing.explanation.at(-1)).toContain(`申請者が選んだ${office}`);
    }
  });

  it("共管で、選んだ省庁の局も分かれれば、さらに局を選ぶ", () => {
    const three = planOf(["2662", "0611", "4311"]);
    expect(route(three)).toMatchObject({ kind: "undecided", ask: "ministry" });
    const mlit = withFields(three, "industry", { ministry: "国土交通省" });
    const asked = route(mlit);
    expect(asked).toMatchObject({ kind: "undecided", ask: "office" });
    expect(officesToChoose(asked, "国土交通省").map(({ office }) => office.name)).toEqual([
      "東北地方整備局",
      "東北運輸局",
    ]);
    const [, bus] = officesToChoose(asked, "国土交通省");
    expect(route(withFields(mlit, "industry", { office: bus?.office.code ?? "" }))).toMatchObject({
      kind: "decided",
      routing: { office: { name: "東北運輸局" }, joint: true, processing: { days: 45 } },
    });
  });

  it("一つでも申請できない分野があれば、その分野を示す", () => {
    expect(route(planOf(["2662", "9611"]))).toMatchObject({ kind: "notAccepted", code: "9611" });
  });
});
