/** 類型ごとの要件を計算する。要る値は規則集から引き、式と数を入れた式を必ず添える。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { firstDayOf, monthOf } from "../calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "../calendar/era.ts";
import { isTypeOpen } from "../equipment/equipment.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import {
  adjustedRoaGain,
  type Balance,
  type Earning,
  returnOnInvestment,
  turnoverGain,
} from "./arithmetic.ts";
import { expansion } from "./assess-expansion.ts";
import type { Assessed } from "./assessed.ts";
import type { Requirement } from "./requirement.ts";
import { fact, floorWorking, requirement } from "./requirement-parts.ts";
import { thresholdOn } from "./threshold.ts";

/**
 * @returns 類型の要件。数が足りない計算は met が null
 */
export function assess(rulebook: Rulebook, assessed: Assessed): readonly Requirement[] {
  const own = assessed.type === "D" ? gains(rulebook, assessed) : [returns(rulebook, assessed)];
  return [
    ...own,
    ...(assessed.type === "E" ? expansion(rulebook, assessed) : []),
    afterFiling(rulebook, assessed),
    whileOpen(rulebook, assessed),
  ];
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

/** 類型ごとに、使える取得の期間がある（租税特別措置法の適用期限）。 */
function whileOpen(rulebook: Rulebook, { type, values }: Assessed): Requirement {
  const rule = rulebook.equipment.types.get(type);
  const month = values.investment.acquisitionMonth;
  const last = rule?.openTo ?? null;
  return fact(
    "open",
    "類型を使える期間の取得であること",
    last === null ? "期限の定めなし" : `${formatJapaneseDate(last as CivilDate)}まで`,
    month === undefined ? "" : formatJapaneseMonth(month),
    month === undefined ? null : isTypeOpen(rulebook, type, firstDayOf(month)),
    rule?.certainty ?? "unknown",
  );
}
