/**
 * ローカルベンチマークの六つの財務指標。入力の整数から有理数のまま計算し、丸めるのは表示だけ。
 * 「労働生産性」は営業利益÷従業員数で、計画の指標の労働生産性 (付加価値額による) とは別のもの。
 * 評点は業種別の基準値を要するので、ここでは扱わない。
 */
import { type BenchmarkAccount, BENCHMARK_ACCOUNTS, type BenchmarkAccounts } from "./accounts.ts";
import { approximate, formatRatio, type Ratio } from "./ratio.ts";

/** 六指標の名前。順は公表されている順。 */
export type BenchmarkIndicatorId =
  | "salesGrowth"
  | "operatingMargin"
  | "labourProductivity"
  | "ebitdaDebtMultiple"
  | "workingCapitalTurnover"
  | "equityRatio";

/** 計算の結果。計算できないときは理由と、足りない入力の見出しを返す。 */
export type BenchmarkValue =
  | {
      readonly kind: "computed";
      /** 単位を掛けた後の正確な値 (% の指標なら百分率)。分母は正。 */
      readonly ratio: Ratio;
      /** 図を描くための近似値。比較や判定には使わない。 */
      readonly approximate: number;
      /** 丸めた数字だけ。例 `3.1`。 */
      readonly text: string;
      /** 単位付き。例 `3.1%`、`412千円/人`。 */
      readonly display: string;
    }
  | {
      readonly kind: "notComputable";
      readonly reason: string;
      readonly missing: readonly string[];
    };

/** 一つの指標。`direction` は良い方向。 */
export type BenchmarkIndicator = {
  readonly id: BenchmarkIndicatorId;
  readonly label: string;
  /** 何を測るか。 */
  readonly aspect: string;
  readonly formula: string;
  readonly unit: "%" | "千円/人" | "倍" | "ヶ月";
  readonly direction: "up" | "down";
  readonly value: BenchmarkValue;
};

type Amounts = Readonly<Record<BenchmarkAccount, bigint>>;
type Definition = Omit<BenchmarkIndicator, "value"> & {
  readonly needs: readonly BenchmarkAccount[];
  readonly fractionDigits: number;
  readonly ratio: (amounts: Amounts) => Ratio;
  /** 分母が 0 以下のときの理由。 */
  readonly whenNotPositive: string;
};

const DEFINITIONS: readonly Definition[] = [
  {
    id: "salesGrowth",
    label: "売上高増加率",
    aspect: "売上持続性",
    formula: "売上高 ÷ 前期売上高 − 1",
    unit: "%",
    direction: "up",
    fractionDigits: 1,
    needs: ["sales", "previousSales"],
    ratio: (a) => ({ numerator: (a.sales - a.previousSales) * 100n, denominator: a.previousSales }),
    whenNotPositive: "前期売上高が0以下のため計算できません",
  },
  {
    id: "operatingMargin",
    label: "営業利益率",
    aspect: "収益性",
    formula: "営業利益 ÷ 売上高",
    unit: "%",
    direction: "up",
    fractionDigits: 1,
    needs: ["operatingProfit", "sales"],
    ratio: (a) => ({ numerator: a.operatingProfit * 100n, denominator: a.sales }),
    whenNotPositive: "売上高が0以下のため計算できません",
  },
  {
    id: "labourProductivity",
    label: "労働生産性",
    aspect: "生産性",
    formula: "営業利益 ÷ 従業員数",
    unit: "千円/人",
    direction: "up",
    fractionDigits: 0,
    needs: ["operatingProfit", "employees"],
    ratio: (a) => ({ numerator: a.operatingProfit, denominator: a.employees }),
    whenNotPositive: "従業員数が0以下のため計算できません",
  },
  {
    id: "ebitdaDebtMultiple",
    label: "EBITDA有利子負債倍率",
    aspect: "健全性",
    formula: "(短期借入金 + 長期借入金 − 現金・預金) ÷ (営業利益 + 減価償却費)",
    unit: "倍",
    direction: "down",
    fractionDigits: 1,
    needs: ["shortTermBorrowings", "longTermBorrowings", "cash", "operatingProfit", "depreciation"],
    ratio: (a) => ({
      numerator: a.shortTermBorrowings + a.longTermBorrowings - a.cash,
      denominator: a.operatingProfit + a.depreciation,
    }),
    whenNotPositive: "営業利益と減価償却費の合計が0以下のため計算できません",
  },
  {
    id: "workingCapitalTurnover",
    label: "営業運転資本回転期間",
    aspect: "効率性",
    formula: "(売掛金 + 受取手形 + 棚卸資産 − 買掛金 − 支払手形) ÷ (売上高 ÷ 12)",
    unit: "ヶ月",
    direction: "down",
    fractionDigits: 1,
    needs: [
      "accountsReceivable",
      "notesReceivable",
      "inventories",
      "accountsPayable",
      "notesPayable",
      "sales",
    ],
    ratio: (a) => ({
      numerator:
        (a.accountsReceivable + a.notesReceivable + a.inventories - a.accountsPayable - a.notesPayable) * 12n,
      denominator: a.sales,
    }),
    whenNotPositive: "売上高が0以下のため計算できません",
  },
  {
    id: "equityRatio",
    label: "自己資本比率",
    aspect: "安全性",
    formula: "純資産 ÷ 総資産",
    unit: "%",
    direction: "up",
    fractionDigits: 1,
    needs: ["netAssets", "totalAssets"],
    ratio: (a) => ({ numerator: a.netAssets * 100n, denominator: a.totalAssets }),
    whenNotPositive: "総資産が0以下のため計算できません",
  },
];

/**
 * 六指標を計算する。
 * @param accounts 決算の数。千円 (従業員数は人) の整数、未入力は null
 * @returns 六つの指標を公表順に。入力が足りない、または分母が 0 以下の指標は `notComputable`
 */
export function computeLocalBenchmark(accounts: BenchmarkAccounts): readonly BenchmarkIndicator[] {
  return DEFINITIONS.map((definition) => {
    const { id, label, aspect, formula, unit, direction } = definition;
    return { id, label, aspect, formula, unit, direction, value: evaluate(definition, accounts) };
  });
}

function evaluate(definition: Definition, accounts: BenchmarkAccounts): BenchmarkValue {
  const missing = definition.needs.filter((name) => accounts[name] === null);
  if (missing.length > 0) {
    const labels = missing.map((name) => BENCHMARK_ACCOUNTS[name].label);
    return { kind: "notComputable", reason: `${labels.join("、")}が未入力です`, missing: labels };
  }
  const ratio = definition.ratio(toAmounts(accounts));
  if (ratio.denominator <= 0n) {
    return { kind: "notComputable", reason: definition.whenNotPositive, missing: [] };
  }
  const text = formatRatio(ratio, definition.fractionDigits);
  return {
    kind: "computed",
    ratio,
    approximate: approximate(ratio),
    text,
    display: `${text}${definition.unit}`,
  };
}

/** 使う項目が埋まっていることは確かめてあるので、使わない項目の 0 は結果に出ない。 */
const toAmounts = (accounts: BenchmarkAccounts): Amounts =>
  Object.fromEntries(Object.entries(accounts).map(([name, value]) => [name, BigInt(value ?? 0)])) as Amounts;
