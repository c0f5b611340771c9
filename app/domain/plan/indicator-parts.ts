/**
 * 指標の計算に使う内訳。どの指標がどの内訳を使うかは規則集（indicators.csv の inputs）が決め、
 * ここには内訳ごとの見出し、単位、計算での役だけを置く。
 */
import { add, divide, exact, type Exact } from "../indicator/exact.ts";
import type { NumberUnit } from "../text/number-input.ts";

/** amount は分子に足す額、divisor は割る数。 */
type Part = {
  /** 欄の名前の後半。前半は baseline か target。 */
  readonly suffix: string;
  readonly label: string;
  readonly unit: NumberUnit;
  readonly help: string;
  readonly example: string;
} & (
  | { readonly role: "amount" }
  /** resultUnit は割った値の単位。factor は千円をその単位に直すための倍率。 */
  | { readonly role: "divisor"; readonly resultUnit: string; readonly factor: number }
);

export const indicatorParts = {
  operatingProfit: {
    suffix: "Profit",
    label: "営業利益",
    unit: "千円",
    role: "amount",
    help: "損益計算書の営業利益です。損失のときは頭に「-」か「▲」を付けます。",
    example: "18,970",
  },
  personnelCost: {
    suffix: "Personnel",
    label: "人件費",
    unit: "千円",
    role: "amount",
    help: "給与、賞与、役員報酬、法定福利費などの合計です。製造原価に含まれる労務費も足します。",
    example: "214,000",
  },
  depreciation: {
    suffix: "Depreciation",
    label: "減価償却費",
    unit: "千円",
    role: "amount",
    help: "販売管理費と製造原価の減価償却費の合計です。",
    example: "31,400",
  },
  ordinaryProfit: {
    suffix: "OrdinaryProfit",
    label: "経常利益",
    unit: "千円",
    role: "amount",
    help: "営業利益から支払利息などの資金調達の費用を引いた額です。有価証券の売却益や賃料収入など、本業と関わりの薄い営業外の収益は含めません。",
    example: "16,200",
  },
  grossProfitOnCompletedWork: {
    suffix: "GrossProfit",
    label: "完成工事総利益",
    unit: "千円",
    role: "amount",
    help: "完成工事高から完成工事原価を引いた額です。",
    example: "42,000",
  },
  labourCost: {
    suffix: "LabourCost",
    label: "完成工事原価のうち労務費",
    unit: "千円",
    role: "amount",
    help: "完成工事原価報告書の労務費です。",
    example: "36,000",
  },
  outsourcingCost: {
    suffix: "OutsourcingCost",
    label: "完成工事原価のうち外注費",
    unit: "千円",
    role: "amount",
    help: "完成工事原価報告書の外注費です。",
    example: "78,000",
  },
  workers: {
    suffix: "Workers",
    label: "労働者数",
    unit: "人",
    role: "divisor",
    resultUnit: "千円/人",
    factor: 1,
    help: "役員のうち働いている人とパートを含めるかどうかを、現状と目標で同じにします。",
    example: "46",
  },
  annualManDays: {
    suffix: "ManDays",
    label: "年間延人工数",
    unit: "人工",
    role: "divisor",
    resultUnit: "円/人工",
    factor: 1000,
    help: "一年の工事に掛かった人数と日数の積の合計です。",
    example: "5,200",
  },
  directlyEmployedWorkers: {
    suffix: "SkilledWorkers",
    label: "直庸技能労働者数",
    unit: "人",
    role: "divisor",
    resultUnit: "千円/人",
    factor: 1,
    help: "自社が直接雇う技能労働者の数です。下請の人は含めません。",
    example: "8",
  },
  sales: {
    suffix: "Sales",
    label: "売上高",
    unit: "千円",
    role: "divisor",
    resultUnit: "%",
    factor: 100,
    help: "損益計算書の売上高です。",
    example: "612,000",
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof indicatorParts;
export type PartSuffix = (typeof indicatorParts)[PartName]["suffix"];

export const partNames = Object.keys(indicatorParts) as readonly PartName[];

const isPartName = (name: string): name is PartName => Object.hasOwn(indicatorParts, name);

/** 労働投入量を時間で数えるときの、割った値の単位。 */
const HOURLY_UNIT = "円/人・時";
const YEN_PER_THOUSAND = 1000;

/** 計算する内訳。空なら、値を直接入力する指標。知らない内訳が混じる指標も直接入力にする。 */
export const partsOf = (inputs: readonly string[]): readonly PartName[] =>
  inputs.length > 0 && inputs.every(isPartName) ? inputs : [];

/** 労働投入量を人・時で数えられる指標か。 */
export const countsWorkers = (inputs: readonly string[]): boolean => partsOf(inputs).includes("workers");

/** 内訳から計算した値の単位。割る内訳がなければ額そのもの（千円）。 */
export function computedUnit(parts: readonly PartName[], hourly: boolean): string {
  if (hourly && parts.includes("workers")) return HOURLY_UNIT;
  const divisor = parts.map((name): Part => indicatorParts[name]).find((part) => part.role === "divisor");
  return divisor?.role === "divisor" ? divisor.resultUnit : "千円";
}

/**
 * 内訳から指標の値を計算する。額を足し、割る内訳があればその数で割る。丸めない。
 * @param amountOf 内訳の値（千円、人など）。まだなければ undefined
 * @param hoursPerWorker 労働投入量を人・時で数えるときの、1人当たり年間就業時間。人で数えるなら null
 * @returns 内訳が足りない、又は割る数が 0 以下なら undefined
 */
export function computeFromParts(
  parts: readonly PartName[],
  amountOf: (name: PartName) => number | undefined,
  hoursPerWorker: number | null,
): Exact | undefined {
  let total: Exact = { numerator: 0n, denominator: 1n };
  let divisor: Exact = { numerator: 1n, denominator: 1n };
  let factor = 1;
  for (const name of parts) {
    const amount = exact(amountOf(name) ?? "");
    if (amount === undefined) return undefined;
    const part: Part = indicatorParts[name];
    if (part.role === "amount") {
      total = add(total, amount);
      continue;
    }
    const hourly = name === "workers" && hoursPerWorker !== null;
    const hours = hourly ? BigInt(hoursPerWorker) : 1n;
    divisor = { numerator: amount.numerator * hours, denominator: amount.denominator };
    factor = hourly ? YEN_PER_THOUSAND : part.factor;
    if (divisor.numerator <= 0n) return undefined;
  }
  return divide({ ...total, numerator: total.numerator * BigInt(factor) }, divisor);
}
