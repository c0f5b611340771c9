/** 投資計画の計算は、千円の整数と有理数だけで行い、丸めるのは表示だけ。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adjustedRoaGain,
  atLeast,
  type Balance,
  type Earning,
  grownSales,
  hundredMillions,
  investmentShare,
  returnOnInvestment,
  shownDown,
  turnoverGain,
} from "#app/domain/confirmation/arithmetic.ts";
import { compare, type Exact, exact } from "#app/domain/indicator/exact.ts";

const number = (text: string): Exact => exact(text) ?? { numerator: 0n, denominator: 1n };
const equal = (a: Exact, b: Exact): boolean => compare(a, b) === 0;
const amount = fc.integer({ min: -10_000_000, max: 10_000_000 });
const positive = fc.integer({ min: 1, max: 10_000_000 });
const year: fc.Arbitrary<Earning> = fc.record({ profit: amount, depreciation: positive });
const sheet: fc.Arbitrary<Balance> = fc.record({
  sales: positive,
  profit: amount,
  depreciation: positive,
  research: positive,
  totalAssets: positive,
  tangibleAssets: positive,
});

describe("投資利益率（3年間の増加額の平均 ÷ 投資額）", () => {
  it("式に、入れた数がそのまま見える", () => {
    const { value, filled } = returnOnInvestment(
      { profit: 10_000, depreciation: 4_000 },
      [
        { profit: 13_000, depreciation: 8_000 },
        { profit: 14_000, depreciation: 7_000 },
        { profit: 15_500, depreciation: 5_500 },
      ],
      100_000,
    );
    expect(shownDown(value, 3)).toBe("7");
    expect(filled).toBe(
      "（（（13,000＋8,000）＋（14,000＋7,000）＋（15,500＋5,500））÷ 3 − （10,000＋4,000））÷ 100,000 × 100",
    );
  });

  it("千円の違いだけで7%に届かない計画は、7%と書かれない", () => {
    const same = { profit: 7_000, depreciation: 0 };
    const { value } = returnOnInvestment(
      { profit: 0, depreciation: 0 },
      [same, same, { profit: 6_999, depreciation: 0 }],
      100_000,
    );
    expect(atLeast(value, number("7"))).toBe(false);
    expect(shownDown(value, 3)).toBe("6.999");
  });

  it("すべての金額を同じ倍にしても変わらない", () => {
    fc.assert(
      fc.property(
        year,
        year,
        year,
        year,
        positive,
        fc.integer({ min: 1, max: 1000 }),
        (b, x, y, z, i, by) => {
          const scaled = ({ profit, depreciation }: Earning): Earning => ({
            profit: profit * by,
            depreciation: depreciation * by,
          });
          const once = returnOnInvestment(b, [x, y, z], i).value;
          const many = returnOnInvestment(scaled(b), [scaled(x), scaled(y), scaled(z)], i * by).value;
          expect(equal(once, many)).toBe(true);
        },
      ),
    );
  });

  it("どの年の営業利益が増えても下がらず、投資額が増えれば利益率の絶対値は上がらない", () => {
    fc.assert(
      fc.property(year, year, year, year, positive, positive, (b, x, y, z, i, more) => {
        const before = returnOnInvestment(b, [x, y, z], i).value;
        const better = returnOnInvestment(b, [x, { ...y, profit: y.profit + more }, z], i).value;
        expect(compare(better, before)).toBeGreaterThan(0);
      }),
    );
  });
});

describe("修正ROAと有形固定資産回転率（D類型）", () => {
  it("前と後が同じなら、上昇は 0", () => {
    fc.assert(
      fc.property(sheet, (one) => {
        expect(adjustedRoaGain(one, one).value.numerator).toBe(0n);
        expect(turnoverGain(one, one)?.value.numerator).toBe(0n);
      }),
    );
  });

  it("前と後を入れ替えると、修正ROAの変化は符号だけが変わる", () => {
    fc.assert(
      fc.property(sheet, sheet, (a, b) => {
        const there = adjustedRoaGain(a, b).value;
        const back = adjustedRoaGain(b, a).value;
        expect(equal(there, { ...back, numerator: -back.numerator })).toBe(true);
      }),
    );
  });

  it("始める前の売上高が 0 なら、変化率は計算できない", () => {
    const zero = { sales: 0, profit: 1, depreciation: 1, research: 0, totalAssets: 10, tangibleAssets: 10 };
    expect(turnoverGain(zero, { ...zero, sales: 5 })).toBeUndefined();
  });
});

describe("E類型の規模", () => {
  it.each([
    [1_000_000, 1, "1100000"],
    [1_000_000, 2, "1210000"],
    [1_000_000, 10, "2593742.4601"],
  ])("売上高 %i 千円が毎年10%%伸びると、%i 年後に %s 千円", (sales, years, expected) => {
    expect(equal(grownSales(sales, number("10"), years).value, number(expected))).toBe(true);
  });

  it("1億円は 100,000 千円で、2億円は売上高40億円の5%に当たる", () => {
    expect(equal(hundredMillions(number("1")), number("100000"))).toBe(true);
    expect(equal(investmentShare(200_000, 4_000_000).value, number("5"))).toBe(true);
  });
});
