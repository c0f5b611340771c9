/** 計算した値を、読み上げのために一文で言う。打ち止んだときにだけ読まれる。 */
import { computeLocalBenchmark } from "../../benchmark/local-benchmark.ts";
import { planPeriodMonths } from "../../calendar/plan-period.ts";
import { formatInteger } from "../../text/number-input.ts";
import { benchmarkAccountsOf } from "../benchmark-entries.ts";
import { compareIndicator } from "../indicator-reading.ts";
import type { PlanValues } from "../sections.ts";
import { equipmentFigures } from "./equipment-figures.ts";
import { type FigureFacts, receivedIndicator } from "./figure-facts.ts";
import { fundingFigures } from "./funding-figures.ts";
import { periodWords } from "./period-figures.ts";

/** 計算した値のある区画の、打たれている値。 */
export type FigureValues = Pick<
  PlanValues,
  "period" | "present-state" | "indicators" | "funding" | "equipment"
>;

/**
 * @param values facts の区画の値だけを見る
 * @returns まだ計算できなければ空
 */
export function spokenFigures(facts: FigureFacts, values: FigureValues): string {
  switch (facts.kind) {
    case "period": {
      const { start, end } = values.period;
      return start === undefined || end === undefined
        ? ""
        : `期間は${periodWords(planPeriodMonths(start, end))}です`;
    }
    case "present-state": {
      const all = computeLocalBenchmark(benchmarkAccountsOf(values));
      const computed = all.flatMap(({ label, value }) =>
        value.kind === "computed" ? [`${label}${value.display}`] : [],
      );
      return computed.length === 0 ? "" : computed.join("、");
    }
    case "indicators":
      return spokenIndicator(facts, values);
    case "funding": {
      const { funds } = values.funding;
      return funds.length === 0 ? "" : `資金の合計は${formatInteger(fundingFigures(funds).total)}千円です`;
    }
    case "equipment": {
      const rows = values.equipment.equipment;
      return rows.length === 0
        ? ""
        : `設備の金額の合計は${formatInteger(equipmentFigures(rows, []).amount)}千円です`;
    }
  }
}

function spokenIndicator(
  facts: Extract<FigureFacts, { readonly kind: "indicators" }>,
  { indicators: answers }: FigureValues,
): string {
  const sent = facts.indicators.find(({ id }) => id === answers.indicator);
  const reading =
    sent === undefined ? undefined : compareIndicator(receivedIndicator(sent), answers, facts.months);
  if (reading === undefined || reading.comparison.problem !== null) return "";
  const { improvementText, required, meets } = reading.comparison;
  const floor =
    required === null ? "" : `。下限の${required}%を${meets ? "満たしています" : "満たしていません"}`;
  return `${reading.indicator.name}は${improvementText}です${floor}`;
}
