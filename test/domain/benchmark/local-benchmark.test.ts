import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BENCHMARK_ACCOUNTS, type BenchmarkAccounts } from "#app/domain/benchmark/accounts.ts";
import { type BenchmarkIndicatorId, computeLocalBenchmark } from "#app/domain/benchmark/local-benchmark.ts";
import { formatRatio } from "#app/domain/benchmark/ratio.ts";

/** 46人の金属加工業。千円。 */
const AOBA: BenchmarkAccounts = {
  sales: 612_000,
  previousSales: 598_000,
  operatingProfit: 18_970,
  depreciation: 31_400,
  employees: 46,
  cash: 88_000,
  notesReceivable: 12_000,
  accountsReceivable: 96_000,
  inventories: 54_000,
  notesPayable: 0,
  accountsPayable: 61_000,
  shortTermBorrowings: 40_000,
  longTermBorrowings: 182_000,
  netAssets: 143_000,
  totalAssets: 471_000,
};

const one = (accounts: BenchmarkAccounts, id: BenchmarkIndicatorId) => {
  const indicator = computeLocalBenchmark(accounts).find((each) => each.id === id);
  if (indicator === undefined) throw new Error(`指標がありません: ${id}`);
  return indicator;
};

describe("ローカルベンチマークの六指標", () => {
  it.each([
    ["salesGrowth", "売上高増加率", "2.3%", "up"],
    ["operatingMargin", "営業利益率", "3.1%", "up"],
    ["labourProductivity", "労働生産性", "412千円/人", "up"],
    ["ebitdaDebtMultiple", "EBITDA有利子負債倍率", "2.7倍", "down"],
    ["workingCapitalTurnover", "営業運転資本回転期間", "2.0ヶ月", "down"],
    ["equityRatio", "自己資本比率", "30.4%", "up"],
  ] as const)("%s (%s) は %s で、良い方向は %s", (id, label, display, direction) => {
    const indicator = one(AOBA, id);
    expect(indicator).toMatchObject({ label, direction, value: { kind: "computed", display } });
  });

  it("六つを公表順に返す", () => {
    expect(computeLocalBenchmark(AOBA).map(({ aspect }) => aspect)).toEqual([
      "売上持続性",
      "収益性",
      "生産性",
      "健全性",
      "効率性",
      "安全性",
    ]);
  });

  it("丸める前の値は正確な分数で持つ", () => {
    expect(one(AOBA, "ebitdaDebtMultiple").value).toMatchObject({
      ratio: { numerator: 134_000n, denominator: 50_370n },
    });
  });

  it.each([
    ["salesGrowth", { previousSales: 0 }, "前期売上高が0以下のため計算できません"],
    ["operatingMargin", { sales: 0 }, "売上高が0以下のため計算できません"],
    ["labourProductivity", { employees: 0 }, "従業員数が0以下のため計算できません"],
    [
      "ebitdaDebtMultiple",
      { operatingProfit: -31_400 },
      "営業利益と減価償却費の合計が0以下のため計算できません",
    ],
    [
      "ebitdaDebtMultiple",
      { operatingProfit: -90_000 },
      "営業利益と減価償却費の合計が0以下のため計算できません",
    ],
    ["workingCapitalTurnover", { sales: -1 }, "売上高が0以下のため計算できません"],
    ["equityRatio", { totalAssets: 0 }, "総資産が0以下のため計算できません"],
  ] as const)("%s は分母が0以下なら計算せず理由を言う", (id, change, reason) => {
    expect(one({ ...AOBA, ...change }, id).value).toEqual({ kind: "notComputable", reason, missing: [] });
  });

  it("未入力の項目があれば、その見出しを挙げる", () => {
    const partial = { ...AOBA, cash: null, depreciation: null };
    expect(one(partial, "ebitdaDebtMultiple").value).toEqual({
      kind: "notComputable",
      reason: "現金・預金、減価償却費が未入力です",
      missing: ["現金・預金", "減価償却費"],
    });
    expect(one(partial, "equityRatio").value.kind).toBe("computed");
  });

  it("赤字・債務超過・実質無借金も符号のとおりに示す", () => {
    expect(one({ ...AOBA, operatingProfit: -6_120 }, "operatingMargin").value).toMatchObject({
      display: "-1.0%",
    });
    expect(one({ ...AOBA, netAssets: -47_100 }, "equityRatio").value).toMatchObject({ display: "-10.0%" });
    expect(one({ ...AOBA, cash: 322_000 }, "ebitdaDebtMultiple").value).toMatchObject({ display: "-2.0倍" });
  });

  const amount = fc.option(fc.maxSafeInteger(), { nil: null });
  const accounts = fc.record(
    Object.fromEntries(Object.keys(BENCHMARK_ACCOUNTS).map((name) => [name, amount])),
  ) as unknown as fc.Arbitrary<BenchmarkAccounts>;

  it("どんな決算の数にも六つの答えがあり、計算した分母は必ず正", () => {
    fc.assert(
      fc.property(accounts, (given) => {
        const indicators = computeLocalBenchmark(given);
        expect(indicators).toHaveLength(6);
        for (const { value } of indicators) {
          if (value.kind === "computed") {
            expect(value.ratio.denominator > 0n).toBe(true);
            expect(value.display).not.toMatch(/NaN|Infinity/u);
          } else {
            expect(value.reason).not.toBe("");
          }
        }
      }),
    );
  });

  it("売上高が増えれば売上高増加率は下がらない", () => {
    const positive = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(positive, positive, positive, (previousSales, sales, more) => {
        const before = one({ ...AOBA, previousSales, sales }, "salesGrowth").value;
        const after = one({ ...AOBA, previousSales, sales: sales + more }, "salesGrowth").value;
        if (before.kind !== "computed" || after.kind !== "computed") throw new Error("計算できるはずです");
        expect(after.ratio.numerator > before.ratio.numerator).toBe(true);
        expect(after.ratio.denominator).toBe(before.ratio.denominator);
      }),
    );
  });
});

describe("分数の表示", () => {
  it.each([
    [1n, 8n, 2, "0.13"],
    [-1n, 8n, 2, "-0.13"],
    [-1n, 1000n, 1, "0.0"],
    [1n, 2n, 0, "1"],
    [57_471_739n, 10_000n, 2, "5,747.17"],
    [1_999_995n, 2n, 0, "999,998"],
  ])("%d/%d を小数 %d 桁で「%s」", (numerator, denominator, digits, text) => {
    expect(formatRatio({ numerator, denominator }, digits)).toBe(text);
  });
});
