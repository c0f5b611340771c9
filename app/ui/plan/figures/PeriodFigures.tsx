import { formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import { isAllowedPeriod, planPeriodMonths } from "#app/domain/calendar/plan-period.ts";
import type { CertificationForecast } from "#app/domain/plan/certification-forecast.ts";
import { periodWords, possibleEnds } from "#app/domain/plan/figures/period-figures.ts";
import type { PlanValues } from "#app/domain/plan/sections.ts";
import { SummaryList } from "../../primitives/SummaryList.tsx";
import { Tag } from "../../primitives/Tag.tsx";
import { ForecastLines } from "./ForecastLines.tsx";

/** 3 実施時期の長さと、認定の見込みの日。 */
export function PeriodFigures({
  period: { start, end },
  forecast,
}: {
  readonly period: PlanValues["period"];
  readonly forecast: CertificationForecast;
}) {
  const months = start === undefined || end === undefined ? null : planPeriodMonths(start, end);
  const allowed = months !== null && isAllowedPeriod(months);
  return (
    <>
      <SummaryList
        emptyText="開始と終了の年月を入力すると計算します"
        rows={[
          {
            key: "months",
            label: "期間",
            value:
              months === null ? null : (
                <>
                  {months > 0 ? periodWords(months) : "終了が開始より前です"}{" "}
                  <Tag tone={allowed ? "success" : "danger"}>
                    {allowed ? "認められる長さです" : "3年・4年・5年ちょうどにします"}
                  </Tag>
                </>
              ),
          },
          ...(start === undefined || allowed
            ? []
            : [
                {
                  key: "ends",
                  label: "選べる終了の年月",
                  value: possibleEnds(start)
                    .map((one) => `${one.years}年なら${formatJapaneseMonth(one.end)}`)
                    .join("\n"),
                },
              ]),
        ]}
      />
      <ForecastLines forecast={forecast} title="日付の見込み" />
    </>
  );
}
