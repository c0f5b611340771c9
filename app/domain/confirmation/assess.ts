/** 類型ごとの要件を計算する。要る値は規則集から引き、式と数を入れた式を必ず添える。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { monthOf } from "../calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "../calendar/era.ts";
import { compare, type Exact, exact, formatExact } from "../indicator/exact.ts";
import type { Certainty } from "../rulebook/certainty.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { formatInteger } from "../text/number-input.ts";
import {
  adjustedRoaGain,
  atLeast,
  type Balance,
  type Computed,
  type Earning,
  grownSales,
  hundredMillions,
  investmentShare,
  returnOnInvestment,
  shownDown,
  turnoverGain,
} from "./arithmetic.ts";
import type { ConfirmationType } from "./confirmation-type.ts";
import type { ConfirmationValues } from "./form.ts";
import type { Requirement, Working } from "./requirement.ts";
import { type Threshold, thresholdOn } from "./threshold.ts";

const PLACES = 3;

/** 判断の材料。 */
export type Assessed = {
  readonly type: ConfirmationType;
  readonly values: ConfirmationValues;
  /** 法人か。 */
  readonly corporation: boolean;
  /** 申請の日。 */
  readonly on: CivilDate;
};

/**
 * @returns 類型の要件。数が足りない計算は met が null
 */
export function assess(rulebook: Rulebook, assessed: Assessed): readonly Requirement[] {
  const own = assessed.type === "D" ? gains(rulebook, assessed) : [returns(rulebook, assessed)];
  return [
    ...own,
    ...(assessed.type === "E" ? expansion(rulebook, assessed) : []),
    afterFiling(rulebook, assessed),
  ];
}

const NOTHING: Omit<Working, "name" | "required" | "certainty"> = {
  formula: "",
  filled: "まだ計算できません。上の数を入力してください。",
  result: "",
  met: null,
};

/** 計算した値が、規則集の値以上か。 */
function floorWorking(threshold: Threshold, computed: Computed | undefined): Working {
  const required = `${threshold.value}${threshold.unit}以上`;
  const named = { name: threshold.name, required, certainty: threshold.certainty };
  if (computed === undefined) return { ...NOTHING, ...named };
  return {
    ...named,
    formula: computed.formula,
    filled: computed.filled,
    result: `${shownDown(computed.value, PLACES)}${threshold.unit}`,
    met: atLeast(computed.value, threshold.exact),
  };
}

function requirement(id: string, title: string, workings: readonly Working[]): Requirement {
  const known = workings.filter(({ met }) => met !== null);
  const met = known.some((one) => one.met === true) ? true : known.length < workings.length ? null : false;
  const strongest = workings[0]?.certainty ?? "unknown";
  return { id, title, workings, met: workings.length === 0 ? null : met, certainty: strongest };
}

function returns(rulebook: Rulebook, { type, values, on }: Assessed): Requirement {
  const figures = values.return ?? values.growth;
  const { amount } = values.investment;
  const before = figures === undefined ? undefined : earning(figures.baseProfit, figures.baseDepreciation);
  const first = figures === undefined ? undefined : earning(figures.profit1, figures.depreciation1);
  const second = figures === undefined ? undefined : earning(figures.profit2, figures.depreciation2);
  const third = figures === undefined ? undefined : earning(figures.profit3, figures.depreciation3);
  const threshold = thresholdOn(rulebook, type, "return-on-investment", on);
  const complete = before !== undefined && first !== undefined && second !== undefined && third !== undefined;
  const computed =
    complete && amount !== undefined ? returnOnInvestment(before, [first, second, third], amount) : undefined;
  return requirement(
    "return",
    "年平均の投資利益率",
    threshold === undefined ? [] : [floorWorking(threshold, computed)],
  );
}

const earning = (profit: number | undefined, depreciation: number | undefined): Earning | undefined =>
  profit === undefined || depreciation === undefined ? undefined : { profit, depreciation };

function gains(rulebook: Rulebook, { type, values, on }: Assessed): readonly Requirement[] {
  const figures = values.assets;
  const months = figures?.months === undefined ? null : Number(figures.months);
  const roa = thresholdOn(rulebook, type, "adjusted-roa-gain", on, months);
  const turnover = thresholdOn(rulebook, type, "fixed-asset-turnover-gain", on, months);
  const before = balance(
    figures?.baseSales,
    earning(figures?.baseProfit, figures?.baseDepreciation),
    figures?.baseResearch,
    figures?.baseTotalAssets,
    figures?.baseTangibleAssets,
  );
  const after = balance(
    figures?.endSales,
    earning(figures?.endProfit, figures?.endDepreciation),
    figures?.endResearch,
    figures?.endTotalAssets,
    figures?.endTangibleAssets,
  );
  const complete = before !== undefined && after !== undefined;
  return [
    requirement("assets", "修正ROA又は有形固定資産回転率の上昇", [
      ...(roa === undefined
        ? []
        : [floorWorking(roa, complete ? adjustedRoaGain(before, after) : undefined)]),
      ...(turnover === undefined
        ? []
        : [floorWorking(turnover, complete ? turnoverGain(before, after) : undefined)]),
    ]),
  ];
}

function balance(
  sales: number | undefined,
  earned: Earning | undefined,
  research: number | undefined,
  totalAssets: number | undefined,
  tangibleAssets: number | undefined,
): Balance | undefined {
  return sales === undefined ||
    earned === undefined ||
    research === undefined ||
    totalAssets === undefined ||
    tangibleAssets === undefined
    ? undefined
    : { ...earned, sales, research, totalAssets, tangibleAssets };
}

/** E 類型だけの要件（令和7年度改正による経営規模拡大設備等）。 */
function expansion(rulebook: Rulebook, assessed: Assessed): readonly Requirement[] {
  const { values, corporation, on } = assessed;
  const { growth } = values;
  const certainty = rulebook.equipment.types.get("E")?.certainty ?? "unknown";
  return [
    fact(
      "corporation",
      "法人であること",
      "法人",
      corporation ? "法人" : "個人事業主",
      corporation,
      certainty,
    ),
    requirement("sales", "前年度の売上高の範囲", salesRange(rulebook, growth?.previousSales, on)),
    requirement("growth", "売上高の伸びの道筋", path(rulebook, assessed)),
    requirement("amount", "投資額の下限（どちらかを満たすこと）", size(rulebook, assessed)),
    dated("declared", "100億宣言の公表が申請より前であること", certainty, growth?.declaredOn, {
      required: `${formatJapaneseDate(on)}以前`,
      met: (day) => day <= on,
    }),
    ...(growth?.building === true
      ? [
          dated("permit", "建築確認済証を受ける前の申請であること", certainty, growth.permitOn, {
            required: `${formatJapaneseDate(on)}より後`,
            met: (day) => day > on,
          }),
        ]
      : []),
  ];
}

function salesRange(rulebook: Rulebook, sales: number | undefined, on: CivilDate): readonly Working[] {
  const over = thresholdOn(rulebook, "E", "sales-over", on);
  const under = thresholdOn(rulebook, "E", "sales-under", on);
  if (over === undefined || under === undefined) return [];
  const named = {
    name: "前年度の売上高",
    required: `${over.value}${over.unit}を超え、${under.value}${under.unit}未満`,
    certainty: over.certainty,
  };
  const value = sales === undefined ? undefined : exact(sales);
  if (value === undefined) return [{ ...NOTHING, ...named }];
  const [low, high] = [hundredMillions(over.exact), hundredMillions(under.exact)];
  return [
    {
      ...named,
      formula: `${over.value}${over.unit} ＜ 前年度の売上高 ＜ ${under.value}${under.unit}`,
      filled: `${yen(low)} ＜ ${yen(value)} ＜ ${yen(high)}`,
      result: yen(value),
      met: compare(value, low) > 0 && compare(value, high) < 0,
    },
  ];
}

const yen = (value: Exact): string => `${formatExact(value, 0)}千円`;

function path(rulebook: Rulebook, { values: { growth }, on }: Assessed): readonly Working[] {
  const threshold = thresholdOn(rulebook, "E", "sales-growth", on);
  if (threshold === undefined) return [];
  const named = {
    name: threshold.name,
    required: `毎年${threshold.value}${threshold.unit}以上の伸び`,
    certainty: threshold.certainty,
  };
  const target = growth?.targetSales === undefined ? undefined : exact(growth.targetSales);
  if (growth?.previousSales === undefined || growth.targetYears === undefined || target === undefined)
    return [{ ...NOTHING, ...named }];
  const grown = grownSales(growth.previousSales, threshold.exact, Number(growth.targetYears));
  return [
    {
      ...named,
      formula: `${grown.formula} ≦ 目標の売上高`,
      filled: `${grown.filled} ≦ ${formatExact(target, 0)}`,
      result: `要る売上高 ${formatExact(grown.value, 1, { trim: true })}千円、目標の売上高 ${yen(target)}`,
      met: atLeast(target, grown.value),
    },
  ];
}

function size(rulebook: Rulebook, { values, on }: Assessed): readonly Working[] {
  const { amount } = values.investment;
  const sales = values.growth?.previousSales;
  const floor = thresholdOn(rulebook, "E", "investment-amount", on);
  const share = thresholdOn(rulebook, "E", "investment-share-of-sales", on);
  const value = amount === undefined ? undefined : exact(amount);
  const named = floor === undefined ? undefined : { name: "投資額", certainty: floor.certainty };
  return [
    ...(floor === undefined || named === undefined
      ? []
      : [
          value === undefined
            ? { ...NOTHING, ...named, required: `${floor.value}${floor.unit}以上` }
            : {
                ...named,
                required: `${floor.value}${floor.unit}以上`,
                formula: `投資額 ≧ ${floor.value}${floor.unit}`,
                filled: `${formatInteger(amount ?? 0)} ≧ ${formatExact(hundredMillions(floor.exact), 0)}`,
                result: yen(value),
                met: atLeast(value, hundredMillions(floor.exact)),
              },
        ]),
    ...(share === undefined
      ? []
      : [
          floorWorking(
            share,
            amount === undefined || sales === undefined ? undefined : investmentShare(amount, sales),
          ),
        ]),
  ];
}

/** 計算のない要件。 */
const fact = (
  id: string,
  title: string,
  required: string,
  result: string,
  met: boolean | null,
  certainty: Certainty,
): Requirement =>
  requirement(id, title, [{ name: title, formula: "", filled: "", result, required, met, certainty }]);

/** 日付を比べる要件。 */
function dated(
  id: string,
  title: string,
  certainty: Certainty,
  day: CivilDate | undefined,
  rule: { readonly required: string; readonly met: (day: CivilDate) => boolean },
): Requirement {
  const result = day === undefined ? "" : formatJapaneseDate(day);
  return fact(id, title, rule.required, result, day === undefined ? null : rule.met(day), certainty);
}

/** 確認の申請より前に取得した設備は対象にならない。 */
function afterFiling(rulebook: Rulebook, { type, values, on }: Assessed): Requirement {
  const certainty = rulebook.equipment.types.get(type)?.certainty ?? "unknown";
  const month = values.investment.acquisitionMonth;
  const thisMonth = monthOf(on);
  return fact(
    "acquisition",
    "設備の取得が申請より前でないこと",
    `${formatJapaneseMonth(thisMonth)}以後`,
    month === undefined ? "" : formatJapaneseMonth(month),
    month === undefined ? null : month >= thisMonth,
    certainty,
  );
}
