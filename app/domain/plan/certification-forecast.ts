/**
 * 申請の日から見込む認定の日。標準処理期間（行政手続法第6条の目安）を、申請の日の翌日から数える。
 * 差戻しの間は進まないので、実際の認定はこれより遅くなり得る。
 */
import { addBusinessDays } from "../calendar/business-days.ts";
import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import { fiscalYearEnd } from "../calendar/fiscal-year.ts";
import type { ProcessingTime } from "../routing/routing-answer.ts";
import { holidaysOf } from "../rulebook/holidays.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { PlanRouting } from "./plan-routing.ts";
import type { PlanValues } from "./sections.ts";

/** 日付の見込み。まだ提出先が決まらない、又は決算月が分からないものは null。 */
export type CertificationForecast = {
  /** 数え始める日。受理日、受理の前なら点検の日。 */
  readonly from: CivilDate;
  /** from が受理日か。 */
  readonly accepted: boolean;
  readonly processing: ProcessingTime | null;
  /** 見込む認定の日。 */
  readonly expected: CivilDate | null;
  /** 決算月 1–12。個人事業主は12。 */
  readonly closingMonth: number | null;
  /** from を含む事業年度の末日。 */
  readonly yearEnd: CivilDate | null;
  /** その末日までに認定を受けるために、遅くとも申請する日。 */
  readonly fileBy: CivilDate | null;
};

/** 個人事業主の事業年度は暦の年。 */
const SOLE_PROPRIETOR_CLOSING_MONTH = 12;

/**
 * @param processing 標準処理期間。業務日は版の休日の表で数える
 * @param from 申請の日、受理されていれば受理日
 */
export const expectedCertification = (
  rulebook: Rulebook,
  processing: ProcessingTime,
  from: CivilDate,
): CivilDate => afterProcessing(processing, from, holidaysOf(rulebook));

const afterProcessing = (
  { unit, days }: ProcessingTime,
  from: CivilDate,
  holidays: ReadonlySet<CivilDate>,
): CivilDate => (unit === "days" ? addDays(from, days) : addBusinessDays(from, days, holidays));

/** @returns 決算月 1–12。答えがなければ null */
function closingMonthOf({ company }: Pick<PlanValues, "company">): number | null {
  if (company.corporationType === "soleProprietor") return SOLE_PROPRIETOR_CLOSING_MONTH;
  const month = Number(company.closingMonth);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : null;
}

/**
 * @param facts 受理日（受理の前なら null）と、点検の日
 */
export function forecastCertification(
  rulebook: Rulebook,
  { values, routing }: { readonly values: PlanValues; readonly routing: PlanRouting },
  { acceptedOn, on }: { readonly acceptedOn: CivilDate | null; readonly on: CivilDate },
): CertificationForecast {
  const from = acceptedOn ?? on;
  const processing = routing.kind === "decided" ? routing.routing.processing : null;
  const closingMonth = closingMonthOf(values);
  const yearEnd = closingMonth === null ? null : fiscalYearEnd(closingMonth, from);
  const holidays = holidaysOf(rulebook);
  return {
    from,
    accepted: acceptedOn !== null,
    processing,
    expected: processing === null ? null : afterProcessing(processing, from, holidays),
    closingMonth,
    yearEnd,
    fileBy: processing === null || yearEnd === null ? null : latestStart(processing, yearEnd, holidays),
  };
}

/** その日までに処理が済む、一番遅い始まりの日。 */
function latestStart(
  processing: ProcessingTime,
  deadline: CivilDate,
  holidays: ReadonlySet<CivilDate>,
): CivilDate {
  let start = addDays(deadline, -processing.days);
  while (afterProcessing(processing, start, holidays) > deadline) start = addDays(start, -1);
  return start;
}
