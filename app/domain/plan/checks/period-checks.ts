/** 3 実施時期の点検。 */
import { monthOf } from "../../calendar/civil-month.ts";
import { formatJapaneseMonth } from "../../calendar/era.ts";
import {
  ALLOWED_PERIOD_MONTHS,
  endOfPeriod,
  isAllowedPeriod,
  planPeriodMonths,
} from "../../calendar/plan-period.ts";
import { type Check, findingOf } from "./check.ts";

/** 始めの月を含めて36・48・60か月ちょうど（https://joseikin-now.jp/?p=35762）。 */
export const periodLength: Check = ({ values }) => {
  const { start, end } = values.period;
  if (start === undefined || end === undefined) return [];
  const months = planPeriodMonths(start, end);
  if (isAllowedPeriod(months)) return [];
  const ends = ALLOWED_PERIOD_MONTHS.map(
    (length) => `${length / 12}年なら${formatJapaneseMonth(endOfPeriod(start, length))}`,
  );
  return [
    findingOf(
      "periodLength",
      { field: "end" },
      `期間は開始の月を含めて3年、4年又は5年ちょうどにしてください（今は${months > 0 ? `${months}か月` : "終了が開始より前"}です）。終了の年月は、${ends.join("、")}です。`,
    ),
  ];
};

/**
 * 開始の月が申請の月より前でないか。すでに取得した設備を含む計画では、取得の月まで遡ってよい。
 * 平成28年のチェックシートによる決まりで今の扱いは未確認なので、知らせにとどめる。
 */
export const periodStart: Check = ({ values, facts, on }) => {
  const { start } = values.period;
  const filing = monthOf(facts.acceptedOn ?? on);
  if (facts.base !== null || start === undefined || start >= filing) return [];
  const earliest = values.equipment.equipment
    .flatMap(({ acquiredMonth }) => acquiredMonth ?? [])
    .toSorted()[0];
  if (earliest !== undefined && earliest < filing && start >= earliest) return [];
  return [
    findingOf(
      "periodStart",
      { field: "start" },
      `開始の年月（${formatJapaneseMonth(start)}）が申請の月（${formatJapaneseMonth(filing)}）より前です。すでに取得した設備を含まない計画では、申請の月かその後に直してください。`,
    ),
  ];
};
