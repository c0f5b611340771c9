import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, exact, formatExact } from "#app/domain/indicator/exact.ts";
import { compareWithFloor, growth } from "#app/domain/indicator/growth.ts";
import { computeFromParts, type PartName } from "#app/domain/plan/indicator-parts.ts";
import type { Indicator } from "#app/domain/rulebook/guideline-rules.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const indicatorOf = (guideline: string, id: string): Indicator => {
  const found = rulebook.guidelines.get(guideline)?.indicators.get(id);
  if (found === undefined) throw new Error(`${guideline}/${id}`);
  return found;
};
const productivity = indicatorOf("manufacturing", "labour-productivity");
const turnover = indicatorOf("nursing-care", "turnover");
const driverHours = indicatorOf("trucking", "driver-hours");

describe("労働生産性（営業利益＋人件費＋減価償却費）÷労働者数", () => {
  const labour = ["operatingProfit", "personnelCost", "depreciation", "workers"] as const;
  const compute = (amounts: Partial<Record<PartName, number>>) =>
    computeFromParts(labour, (name) => amounts[name], null);
  const a = compute({ operatingProfit: 18970, personnelCost: 214000, depreciation: 31400, workers: 46 });
  const b = compute({ operatingProfit: 29800, personnelCost: 223000, depreciation: 38600, workers: 47 });

  it("現状と目標を千円/人で表示する", () => {
    expect(a === undefined ? "" : formatExact(a, 2)).toBe("5,747.17");
    expect(b === undefined ? "" : formatExact(b, 2)).toBe("6,200.00");
    expect(b === undefined ? "" : formatExact(b, 2, { trim: true })).toBe("6,200");
  });

  it("丸めない値から伸び率を出す", () => {
    if (a === undefined || b === undefined) throw new Error("計算できるはず");
    expect(compareWithFloor(productivity, 36, a, b)).toMatchObject({
      growthPercentText: "7.88",
      required: "1",
      meets: true,
      improved: true,
      floorCertainty: "seen",
      improvementText: "7.88%の改善",
      baselineNotPositive: false,
      problem: null,
    });
  });

  it("労働者数が負の内訳では計算しない", () => {
    expect(compute({ operatingProfit: 1, personnelCost: 1, depreciation: 1, workers: -3 })).toBeUndefined();
  });
});

describe("伸び率の下限（計画期間全体）", () => {
  it.each([
    [36, "1"],
    [48, "1.5"],
    [60, "2"],
  ])("製造業の労働生産性は%iか月で%s%%以上", (months, required) => {
    const on = compareWithFloor(productivity, months, "100", String(100 + Number(required)));
    const below = compareWithFloor(
      productivity,
      months,
      "10000000",
      String(10000000 + Number(required) * 100000 - 1),
    );
    expect(on).toMatchObject({ required, meets: true });
    expect(below).toMatchObject({ required, meets: false });
  });

  it("表示が1.00%でも、丸める前に足りなければ満たさない", () => {
    const result = compareWithFloor(productivity, 36, "1000000", "1009999");
    expect(result).toMatchObject({ growthPercentText: "1.00", meets: false });
  });

  it("基本方針の下限は未確認なので、止めずに警告する", () => {
    const basic = indicatorOf("basic-policy", "labour-productivity");
    expect(compareWithFloor(basic, 60, "100", "101")).toMatchObject({
      required: "2",
      meets: false,
      floorCertainty: "recalled",
    });
  });

  it("下限のない期間は満たすものとして、確かさを不明とする", () => {
    expect(compareWithFloor(driverHours, 60, "2000", "1999")).toMatchObject({
      required: null,
      meets: true,
      floorCertainty: "unknown",
    });
  });
});

describe("低いほど良い指標", () => {
  it("離職率 18.4%→14.9% は 3.5ポイントの改善", () => {
    expect(compareWithFloor(turnover, 36, "18.4", "14.9")).toMatchObject({
      growthPercentText: "-19.02",
      gainPercentText: "19.02",
      direction: "down",
      improved: true,
      meets: true,
      improvementText: "3.5ポイントの改善",
    });
  });

  it("離職率の上昇は悪化", () => {
    expect(compareWithFloor(turnover, 36, 14.9, 18.4)).toMatchObject({
      improved: false,
      improvementText: "3.5ポイントの悪化",
    });
  });

  it("運転者の労働時間は2%の短縮で下限を満たす", () => {
    expect(compareWithFloor(driverHours, 36, "2000", "1960")).toMatchObject({
      meets: true,
      improvementText: "2%の改善",
    });
    expect(compareWithFloor(driverHours, 36, "2000", "1961").meets).toBe(false);
    expect(compareWithFloor(driverHours, 36, "2000", "2040").meets).toBe(false);
  });
});

describe("A が 0 以下", () => {
  it("負の A は絶対値を分母にし、しるしを付ける", () => {
    expect(compareWithFloor(productivity, 36, "-100", "50")).toMatchObject({
      growthPercentText: "150.00",
      meets: true,
      baselineNotPositive: true,
    });
  });

  it("0 の A は計算できない", () => {
    expect(compareWithFloor(productivity, 36, "0", "50")).toMatchObject({
      growthPercentText: null,
      meets: false,
      baselineNotPositive: true,
      problem: "baselineZero",
    });
  });

  it.each(["", "abc", "1,000", "１００", "1e3", "NaN", "1.", ".5"])(
    "「%s」は数として受け取らない",
    (text) => {
      expect(growth(text, "1")).toEqual({ kind: "notANumber" });
      expect(compareWithFloor(productivity, 36, "1", text).problem).toBe("notANumber");
    },
  );
});

describe("性質", () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });
  const signed = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

  it("下限ちょうどは満たし、1少なければ満たさない（誤差がない）", () => {
    fc.assert(
      fc.property(amount, (n) => {
        const a = n * 200n;
        expect(compareWithFloor(productivity, 48, a, n * 203n).meets).toBe(true);
        expect(compareWithFloor(productivity, 48, a, n * 203n - 1n).meets).toBe(false);
      }),
    );
  });

  it("A と B を同じだけ拡大しても伸び率は変わらない", () => {
    fc.assert(
      fc.property(amount, signed, fc.bigInt({ min: 1n, max: 1000n }), (a, b, k) => {
        const one = growth(a, b);
        const many = growth(a * k, b * k);
        if (one.kind !== "growth" || many.kind !== "growth") throw new Error("計算できるはず");
        expect(compare(one.percent, many.percent)).toBe(0);
      }),
    );
  });

  it("良い方向に動いたかは、指標の向きだけで逆になる", () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const up = compareWithFloor({ ...turnover, direction: "up" }, 36, a, b).improved;
        const down = compareWithFloor(turnover, 36, a, b).improved;
        expect(a === b ? [up, down] : up !== down).toEqual(a === b ? [false, false] : true);
      }),
    );
  });

  it("良い向きを正とした伸びは、向きごとに BigInt の計算とぴったり合う", () => {
    const hundredths = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    const written = (value: bigint): string =>
      formatExact({ numerator: value, denominator: 100n }, 2, { grouping: false });
    fc.assert(
      fc.property(hundredths, hundredths, fc.constantFrom("up", "down", "either"), (a, b, direction) => {
        fc.pre(a !== 0n);
        const size = a < 0n ? -a : a;
        const change = direction === "down" ? a - b : b - a;
        const result = compareWithFloor({ ...productivity, direction }, 36, written(a), written(b));
        // 下限 1%: 100 × 変化 ≧ 1 × |A|
        expect(result.meets).toBe(change * 100n >= size);
        expect(result.improved).toBe(direction === "either" ? null : change > 0n);
        expect(result.gainPercentText).toBe(formatExact({ numerator: change * 100n, denominator: size }, 2));
        if (direction === "down" && b < a) expect(result.gainPercentText).not.toContain("-");
      }),
    );
  });

  it("下限に届く目標は満たし、そこから 0.01 戻すと満たさない", () => {
    const hundredths = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    const plain = (value: bigint): string =>
      formatExact({ numerator: value, denominator: 100n }, 2, { grouping: false });
    fc.assert(
      fc.property(
        hundredths,
        fc.constantFrom("up", "down"),
        fc.constantFrom(36, 48, 60),
        (a, direction, months) => {
          fc.pre(a !== 0n);
          const indicator = { ...productivity, direction } as const;
          const text = compareWithFloor(indicator, months, plain(a), "0").requiredTargetText;
          if (text === null) throw new Error("下限があるはず");
          const bound = exact(text.replaceAll(",", ""));
          if (bound === undefined) throw new Error(text);
          expect(compareWithFloor(indicator, months, plain(a), bound).meets).toBe(true);
          const step = { numerator: direction === "up" ? -1n : 1n, denominator: 100n };
          const short = {
            numerator: bound.numerator * step.denominator + step.numerator * bound.denominator,
            denominator: bound.denominator * step.denominator,
          };
          expect(compareWithFloor(indicator, months, plain(a), short).meets).toBe(false);
        },
      ),
    );
  });

  it("表示は整数の除算と四捨五入で検算できる", () => {
    fc.assert(
      fc.property(signed, amount, (numerator, denominator) => {
        const text = formatExact({ numerator, denominator }, 2, { grouping: false });
        const shown = exact(text);
        if (shown === undefined) throw new Error(text);
        const gap = (shown.numerator * denominator - numerator * 100n) * 2n;
        expect(gap <= denominator && gap >= -denominator).toBe(true);
      }),
    );
  });
});
