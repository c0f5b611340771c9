/** 8 設備の取得の時期の点検。認定の前の取得、60日の期限、事業年度末の見込みを、日付を添えて知らせる。 */
import { monthOf } from "../../calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "../../calendar/era.ts";
import { forecastCertification } from "../certification-forecast.ts";
import {
  certificationNotices,
  sixtyDayNotices,
  successionMeasures,
  type TimingFacts,
  type TimingNotice,
} from "../equipment-timing.ts";
import type { Finding } from "../finding.ts";
import { type Check, type CheckInput, findingOf } from "./check.ts";
import { at } from "./equipment-place.ts";

/** 取得年月が実施時期の中にあるか。 */
export const acquiredInPeriod: Check = ({ values }) => {
  const { start, end } = values.period;
  if (start === undefined || end === undefined) return [];
  return values.equipment.equipment.flatMap((row) =>
    row.acquiredMonth === undefined || (start <= row.acquiredMonth && row.acquiredMonth <= end)
      ? []
      : [
          findingOf(
            "acquiredInPeriod",
            at(row, "acquiredMonth"),
            `取得年月が実施時期（${formatJapaneseMonth(start)}から${formatJapaneseMonth(end)}まで）の外にあります。実施時期か取得年月を直してください。`,
          ),
        ],
  );
};

/** 取得した日が、取得年月の中にあるか。 */
export const acquiredOnInMonth: Check = ({ values }) =>
  values.equipment.equipment.flatMap((row) =>
    row.acquiredOn === undefined ||
    row.acquiredMonth === undefined ||
    monthOf(row.acquiredOn) === row.acquiredMonth
      ? []
      : [
          findingOf(
            "acquiredOnInMonth",
            at(row, "acquiredOn"),
            `取得した日（${formatJapaneseDate(row.acquiredOn)}）が、取得年月（${formatJapaneseMonth(row.acquiredMonth)}）の中にありません。どちらかを直してください。`,
          ),
        ],
  );

const factsOf = ({ rulebook, values, routing, facts, on }: CheckInput): TimingFacts => ({
  forecast: forecastCertification(rulebook, { values, routing }, { acceptedOn: facts.acceptedOn, on }),
  succession: successionMeasures(values),
});

const findingsOf = (notices: readonly TimingNotice[]): readonly Finding[] =>
  notices.map(({ check, column, rowId, message }) =>
    findingOf(check, { field: `equipment.${column}`, rowId }, message),
  );

/** 取得から60日以内の受理（中小企業庁の案内）。 */
export const sixtyDays: Check = (input) =>
  findingsOf(sixtyDayNotices(input.values.equipment.equipment, factsOf(input)));

/** 取得と、認定の見込みの日・事業年度末（https://jpbm.or.jp/dailynews/archives/3300）。 */
export const certificationInTime: Check = (input) =>
  findingsOf(certificationNotices(input.values.equipment.equipment, factsOf(input)));
