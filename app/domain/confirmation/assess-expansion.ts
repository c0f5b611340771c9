/** E 類型だけの要件: 法人、売上高の範囲と伸び、投資額、100億宣言、着工の前（令和7年度改正による経営規模拡大設備等）。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { formatJapaneseDate } from "../calendar/era.ts";
import { compare, type Exact, exact, formatExact } from "../indicator/exact.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { formatInteger } from "../text/number-input.ts";
import { atLeast, grownSales, hundredMillions, investmentShare } from "./arithmetic.ts";
import type { Assessed } from "./assessed.ts";
import type { Requirement, Working } from "./requirement.ts";
import { dated, fact, floorWorking, NOTHING, requirement } from "./requirement-parts.ts";
import { thresholdOn } from "./threshold.ts";

/** @returns 申請の日の規則集による、E 類型だけの要件 */
export function expansion(rulebook: Rulebook, assessed: Assessed): readonly Requirement[] {
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
