import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, exact, type Exact } from "#app/domain/indicator/exact.ts";
import { attainment, frozenQuantity, guide } from "#app/domain/progress-report/attainment.ts";
import { measureField, readReport } from "#app/domain/progress-report/report-form.ts";
import { noTargets, type ReportTargets } from "#app/domain/progress-report/targets.ts";

const value = (text: string): Exact => {
  const read = exact(text);
  if (read === undefined) throw new Error(`数ではありません: ${text}`);
  return read;
};

describe("目標に対する実績", () => {
  it.each([
    ["大きいほど良い指標で、半分進んだ", "up", "100", "120", "110", "50", false, "10%の改善"],
    ["大きいほど良い指標で、目標を超えた", "up", "100", "120", "130", "150", true, "30%の改善"],
    ["大きいほど良い指標で、現状より下がった", "up", "100", "120", "90", "-50", false, "10%の悪化"],
    ["低いほど良い離職率で、目標に届いた", "down", "18.4", "14.9", "14.9", "100", true, "3.5ポイントの改善"],
    ["低いほど良い離職率で、上がった", "down", "18.4", "14.9", "20.15", "-50", false, "1.75ポイントの悪化"],
    ["現状と目標が同じなら、進みは計算できない", "up", "100", "100", "100", null, true, "変化なし"],
  ] as const)("%s", (_title, direction, a, b, actual, percentText, reached, changeText) => {
    const scale = direction === "down" ? "ratio" : "amount";
    const sides = { baseline: value(a), target: value(b), direction, scale, unit: "" } as const;
    expect(attainment(sides, value(actual))).toMatchObject({ percentText, reached, changeText });
  });

  it("目安は、初めの年から同じ幅で進み、最後の年に目標に等しい", () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 5 }), (a, b, steps) => {
        const sides = { baseline: value(String(a)), target: value(String(b)) };
        expect(compare(guide(sides, steps, steps), sides.target)).toBe(0);
        expect(compare(guide(sides, 0, steps), sides.baseline)).toBe(0);
      }),
    );
  });

  it("凍結した値の表示は、数に戻せる", () => {
    expect(frozenQuantity("5,747.17")).toEqual(value("5747.17"));
    expect(frozenQuantity("")).toBeUndefined();
  });
});

describe("報告の読み取り", () => {
  const targets: ReportTargets = {
    indicator: {
      name: "売上高経常利益率",
      unit: "%",
      formula: "",
      direction: "up",
      scale: "ratio",
      baseline: value("3"),
      target: value("5"),
      parts: ["経常利益", "売上高"].map((label, index) => ({
        name: `part${index}`,
        label,
        unit: "千円",
        help: "",
        decimal: false,
        baselineText: "3",
        targetText: "5",
      })),
      valueOf: (actual) => {
        const [profit, sales] = [Number(actual("part0")), Number(actual("part1"))];
        return sales > 0 && Number.isInteger(profit)
          ? { numerator: BigInt(profit) * 100n, denominator: BigInt(sales) }
          : undefined;
      },
    },
    measures: [{ id: "m1", label: "実施事項 ア", description: "設備を入れる" }],
  };
  const raw = {
    form: "full",
    part0: "４，０００",
    part1: "100,000千円",
    [measureField("m1", "state")]: "done",
    summary: "進みました。",
  };

  it("全角や桁区切りの数を読み、実績を目標と並べる", () => {
    const read = readReport(targets, raw);
    expect(read).toMatchObject({
      ok: true,
      value: {
        indicator: {
          actualText: "4",
          percentText: "50",
          parts: [{ actualText: "4,000" }, { actualText: "100,000" }],
        },
        measures: [{ label: "実施事項 ア", state: "完了", note: "" }],
      },
    });
  });

  it.each([
    ["数でない欄", { part0: "たくさん" }, "part0"],
    ["空の欄", { part1: "" }, "part1"],
    ["割れない数", { part1: "0" }, "part1"],
    ["状況の無い実施事項", { [measureField("m1", "state")]: "知らない" }, measureField("m1", "state")],
    ["長すぎる説明", { [measureField("m1", "note")]: "あ".repeat(501) }, measureField("m1", "note")],
    ["空の概要", { summary: " " }, "summary"],
    ["長すぎる概要", { summary: "あ".repeat(1_001) }, "summary"],
  ])("%sは、その欄だけの誤りになる", (_title, change, field) => {
    const read = readReport(targets, { ...raw, ...change });
    expect(read.ok ? [] : Object.keys(read.error)).toEqual([field]);
  });

  it("簡易版では、実施事項の状況を読まない", () => {
    const { [measureField("m1", "state")]: _state, ...rest } = raw;
    expect(readReport(targets, { ...rest, form: "short" })).toMatchObject({
      ok: true,
      value: { measures: [] },
    });
  });

  it("版の中身の無い計画では、概要だけで報告できる", () => {
    expect(readReport(noTargets, { summary: "進みました。" })).toMatchObject({
      ok: true,
      value: { indicator: null, measures: [], summary: "進みました。" },
    });
  });
});
