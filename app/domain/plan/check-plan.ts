/** 申請の前のエラーチェック。区画ごとの読み取りと、区画をまたぐ点検をまとめる。点検の一覧は check-catalogue.ts。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { applicableSections } from "./applicable-sections.ts";
import { confirmationNumbers } from "./checks/confirmation-checks.ts";
import { certificateNumbers, duplicateCertificates } from "./checks/certificate-checks.ts";
import {
  acquiredRemoved,
  changeablePlan,
  oldIndustry,
  onlyOfChange,
  periodExtension,
  somethingChanged,
} from "./checks/change-checks.ts";
import { type Check, type CheckFacts, noFacts } from "./checks/check.ts";
import { choicesExist } from "./checks/choice-checks.ts";
import {
  addressPrefecture,
  certifiableApplicant,
  employeeLimit,
  ownCompany,
} from "./checks/company-checks.ts";
import { eligibleUse, typeEScale, typeOpen, unitPriceFloor } from "./checks/equipment-checks.ts";
import {
  acquiredInPeriod,
  acquiredOnInMonth,
  certificationInTime,
  sixtyDays,
} from "./checks/equipment-timing-checks.ts";
import { fundsCoverEquipment, guaranteeFigures, measuresExist } from "./checks/funding-checks.ts";
import { growthFloor, indicatorOfGuideline, sameLabourInput } from "./checks/indicator-checks.ts";
import {
  industriesExist,
  industryOfPlan,
  newInsteadOfChange,
  severalGuidelines,
} from "./checks/industry-checks.ts";
import {
  itemCounts,
  itemsOfGuideline,
  measurePeriod,
  someResources,
  successionRows,
} from "./checks/measure-checks.ts";
import { periodLength, periodStart } from "./checks/period-checks.ts";
import { assetsBalance } from "./checks/present-state-checks.ts";
import { receivingOffice } from "./checks/routing-checks.ts";
import { dueDiligenceForTypeD, realEstate } from "./checks/succession-checks.ts";
import { taxRelief } from "./checks/tax-checks.ts";
import type { RawAnswers } from "./field.ts";
import type { Finding } from "./finding.ts";
import { readPlanOn } from "./plan-reading.ts";
import { rowName, rowsOf } from "./read-section.ts";
import { rawSection, sectionOf } from "./sections.ts";

export { type CertifiedPlan, type CheckFacts, type KnownConfirmation, noFacts } from "./checks/check.ts";

const checks: readonly Check[] = [
  changeablePlan,
  somethingChanged,
  oldIndustry,
  periodExtension,
  acquiredRemoved,
  choicesExist,
  employeeLimit,
  certifiableApplicant,
  ownCompany,
  addressPrefecture,
  industriesExist,
  receivingOffice,
  industryOfPlan,
  severalGuidelines,
  newInsteadOfChange,
  periodLength,
  periodStart,
  assetsBalance,
  indicatorOfGuideline,
  growthFloor,
  sameLabourInput,
  someResources,
  itemsOfGuideline,
  itemCounts,
  successionRows,
  measurePeriod,
  fundsCoverEquipment,
  guaranteeFigures,
  measuresExist,
  typeOpen,
  unitPriceFloor,
  eligibleUse,
  typeEScale,
  acquiredInPeriod,
  acquiredOnInMonth,
  sixtyDays,
  certificationInTime,
  certificateNumbers,
  duplicateCertificates,
  confirmationNumbers,
  dueDiligenceForTypeD,
  realEstate,
  taxRelief,
];

/**
 * @param rulebook 版
 * @param answers 計画の下書き
 * @param on 点検の日（Tokyo の日）
 * @param facts 計画の外の事実（認定済みの計画、受理日）
 * @returns 様式の順に並べた指摘。error が一つでもあれば申請できない
 */
export function checkPlan(
  rulebook: Rulebook,
  answers: RawAnswers,
  on: CivilDate,
  facts: CheckFacts = noFacts,
): readonly Finding[] {
  const { values, readings, routing, guideline } = readPlanOn(rulebook, answers, on);
  const input = { rulebook, answers, values, routing, guideline, facts, on };
  const findings: readonly Finding[] = [
    ...[...readings.values()].flatMap(({ faults, missing }) => [...faults, ...missing]),
    ...checks.flatMap((check) => check(input)).map((finding) => withRowName(answers, finding)),
  ];
  const shown = onlyOfChange(findings, input);
  const order = new Map(applicableSections(answers).map(({ id }, index) => [id, index]));
  return shown.toSorted((a, b) => (order.get(a.section) ?? -1) - (order.get(b.section) ?? -1));
}

/** 行の中の指摘に、どの行かを添える。 */
function withRowName(answers: RawAnswers, finding: Finding): Finding {
  const field = finding.field.split(".")[0] ?? "";
  const spec = sectionOf(finding.section)?.fields[field];
  if (finding.rowId === undefined || spec?.shape !== "rows") return finding;
  const index = rowsOf(rawSection(answers, finding.section) ?? {}, field).findIndex(
    ({ id }) => id === finding.rowId,
  );
  return index === -1 ? finding : { ...finding, rowName: rowName(spec, index) };
}
