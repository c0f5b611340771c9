/** 確認書の要件。要る値は規則集から引き、確認できた定めだけが申請を止める。 */
import { describe, expect, it } from "vitest";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { checkConfirmation } from "#app/domain/confirmation/check.ts";
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { rulebook } from "../rulebook/first-edition.ts";
import { investmentAnswers } from "./investment-answers.ts";

const filed = "2026-12-01" as CivilDate;

const check = (
  type: ConfirmationType,
  changes: RawAnswers = {},
  { corporation = true, on = filed }: { readonly corporation?: boolean; readonly on?: CivilDate } = {},
) => checkConfirmation(rulebook, { type, answers: investmentAnswers(type, changes), corporation, on });

/** 要件の id と重さだけを取り出す。 */
const unmet = (...args: Parameters<typeof check>) =>
  check(...args).findings.map(({ check: id, severity }) => `${severity} ${id}`);

describe("要件を満たす投資計画", () => {
  it.each(["B", "D", "E"] as const)("%s類型に、指摘はない", (type) => {
    const { findings, requirements } = check(type);
    expect(findings).toEqual([]);
    expect(requirements.every(({ met }) => met === true)).toBe(true);
  });

  it("どの計算にも、言葉の式と、数を入れた式と、要る値がある", () => {
    const workings = check("B").requirements.find(({ id }) => id === "return")?.workings;
    expect(workings).toMatchObject([{ required: "7%以上", result: "7%", met: true }]);
    expect(workings?.[0]?.filled).toContain("÷ 100,000 × 100");
  });
});

describe("要件を満たさない投資計画", () => {
  it.each([
    [
      "投資利益率が7%に届かない（B類型）",
      "B",
      { investment: { amount: "100,001" } },
      ["error confirmation.return"],
    ],
    [
      "修正ROAも回転率も届かない（D類型。数値は未確認）",
      "D",
      { assets: { endSales: "500,000", endProfit: "10,000" } },
      ["warning confirmation.assets"],
    ],
    ["修正ROAだけが届く（D類型）", "D", { assets: { endSales: "500,000" } }, []],
    ["回転率だけが届く（D類型）", "D", { assets: { endProfit: "10,000" } }, []],
    [
      "5年の計画では要る値が上がる（D類型）",
      "D",
      { assets: { months: "60", endSales: "514,000" } },
      ["warning confirmation.assets"],
    ],
    [
      "前年度の売上高がちょうど10億円（E類型）",
      "E",
      { growth: { previousSales: "1,000,000" } },
      ["error confirmation.sales"],
    ],
    [
      "前年度の売上高がちょうど90億円（E類型）",
      "E",
      { growth: { previousSales: "9,000,000", targetSales: "20,000,000" } },
      ["error confirmation.sales"],
    ],
    [
      "売上高の伸びが毎年10%に1千円足りない（E類型）",
      "E",
      { growth: { targetSales: "3,221,019" } },
      ["error confirmation.growth"],
    ],
    ["売上高の伸びがちょうど毎年10%（E類型）", "E", { growth: { targetSales: "3,221,020" } }, []],
    [
      "100億宣言の公表が申請より後（E類型）",
      "E",
      { growth: { declaredOn: "2026-12-02" } },
      ["error confirmation.declared"],
    ],
    [
      "建築確認済証を受けた日の申請（E類型）",
      "E",
      { growth: { permitOn: "2026-12-01" } },
      ["error confirmation.permit"],
    ],
    [
      "建物を建てなければ、建築確認済証の日は見ない（E類型）",
      "E",
      { growth: { building: "no", permitOn: "" } },
      [],
    ],
    ["建物を建てるのに、予定の日がない（E類型）", "E", { growth: { permitOn: "" } }, ["error required"]],
    [
      "類型の期限の後に取得する設備（B類型）",
      "B",
      { investment: { acquisitionMonth: "2027-04" } },
      ["error confirmation.open"],
    ],
    [
      "類型の期限の後に取得する設備（D類型。期限は未確認）",
      "D",
      { investment: { acquisitionMonth: "2027-04" } },
      ["warning confirmation.open"],
    ],
    [
      "申請の月より前に取得した設備",
      "B",
      { investment: { acquisitionMonth: "2026-11" } },
      ["error confirmation.acquisition"],
    ],
  ] as const)("%s", (_name, type, changes, expected) => {
    expect(unmet(type, changes)).toEqual(expected);
  });

  it.each([
    ["1億円に届かず、売上高の5%にも届かない", "60,000", "1,300,000", ["error confirmation.amount"]],
    ["1億円に届かなくても、売上高の5%に届く", "60,000", "1,200,000", []],
    ["売上高の5%に届かなくても、1億円に届く", "100,000", "2,000,001", []],
  ] as const)("投資額が%s（E類型）", (_name, amount, previousSales, expected) => {
    expect(unmet("E", { investment: { amount }, growth: { previousSales } })).toEqual(expected);
  });

  it("個人事業主は、E類型の申請ができず、B類型の申請はできる", () => {
    expect(unmet("E", {}, { corporation: false })).toEqual(["error confirmation.corporation"]);
    expect(unmet("B", {}, { corporation: false })).toEqual([]);
  });

  it("令和7年3月31日までの申請なら、B類型は5%でよい", () => {
    const on = "2025-03-31" as CivilDate;
    const amount = { investment: { amount: "140,000", acquisitionMonth: "2025-04" } };
    expect(unmet("B", amount, { on })).toEqual([]);
    expect(unmet("B", amount, { on: "2025-04-01" as CivilDate })).toEqual(["error confirmation.return"]);
  });
});

describe("書きかけ", () => {
  it("数が足りない間は計算できないと示し、空の欄だけを指摘する", () => {
    const { requirements, findings } = check("B", { return: { profit2: "" } });
    expect(requirements.find(({ id }) => id === "return")).toMatchObject({ met: null });
    expect(findings.map(({ field }) => field)).toEqual(["profit2"]);
  });

  it("数として読めない欄は、読めない理由を返す", () => {
    expect(check("B", { investment: { amount: "一億くらい" } }).findings).toMatchObject([
      { section: "investment", field: "amount", severity: "error" },
    ]);
  });
});
