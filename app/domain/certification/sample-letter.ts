/** 文面を確かめるための、見本の通知書。架空の計画から、発行するのと同じ道で作る。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { monthOf } from "../calendar/civil-month.ts";
import { buildConfirmationLetter } from "../confirmation/build-confirmation-letter.ts";
import type { ConfirmationType } from "../confirmation/confirmation-type.ts";
import type { RawAnswers } from "../plan/field.ts";
import { readPlan } from "../plan/read-section.ts";
import { ok, type Result } from "../result.ts";
import type { LetterKind } from "../rulebook/procedure-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import {
  buildChangeNotice,
  buildDeclineNotice,
  buildNotice,
  buildRevocationNotice,
  type NoticeFacts,
} from "./build-notice.ts";
import { documentNumber } from "./document-number.ts";
import type { CertificationNotice } from "./notice.ts";

/** 見本の計画。どれも架空。 */
export const samplePlans = {
  corporation: "法人",
  soleProprietor: "個人事業主",
  longest: "いちばん長い名称の法人",
} as const;

export type SamplePlan = keyof typeof samplePlans;

export type SampleRequest = {
  readonly kind: LetterKind;
  /** 局のコード。 */
  readonly office: string;
  /** 通知書の日。 */
  readonly on: CivilDate;
  readonly plan: SamplePlan;
};

const REASON = "（理由がここに入ります。）";
const NUMBER = "（認定の番号）";
const SERIAL = "（見本）";

/** @returns 見本の通知書。埋まらない差込みがあれば、その名前 */
export function sampleLetter(
  rulebook: Rulebook,
  { kind, office, on, plan }: SampleRequest,
): Result<CertificationNotice, readonly string[]> {
  const guideline = [...rulebook.guidelines.values()][0]?.name ?? "";
  const facts: NoticeFacts = {
    answers: answersOf(rulebook, plan),
    routing: { office: { code: office }, guideline: { name: guideline } },
    filedAt: `${on}T00:00:00.000Z`,
  };
  const made = lettersOf[kind](rulebook, facts, on);
  const numbering = rulebook.documentNumbering.get(office);
  if (!made.ok || numbering === undefined) return made;
  const format = { ...numbering, template: numbering.template.replaceAll("{n}", SERIAL) };
  return ok({ ...made.value, documentNumber: documentNumber(format, on, 0) });
}

const lettersOf: Readonly<
  Record<
    LetterKind,
    (rulebook: Rulebook, facts: NoticeFacts, on: CivilDate) => Result<CertificationNotice, readonly string[]>
  >
> = {
  certification: (rulebook, facts, on) => buildNotice(rulebook, facts, { issuedOn: on, serial: 1 }),
  changeCertification: (rulebook, facts, on) =>
    buildChangeNotice(rulebook, facts, { issuedOn: on, serial: 1 }, { certifiedOn: on, number: NUMBER }),
  decline: (rulebook, facts, on) => buildDeclineNotice(rulebook, facts, { issuedOn: on, serial: 1 }, REASON),
  revocation: (rulebook, facts, on) =>
    buildRevocationNotice(
      rulebook,
      facts,
      { issuedOn: on, serial: 1 },
      { certifiedOn: on, number: NUMBER, reason: REASON },
    ),
  confirmationB: (rulebook, facts, on) => sampleConfirmation(rulebook, "B", facts, on),
  confirmationD: (rulebook, facts, on) => sampleConfirmation(rulebook, "D", facts, on),
  confirmationE: (rulebook, facts, on) => sampleConfirmation(rulebook, "E", facts, on),
};

function sampleConfirmation(
  rulebook: Rulebook,
  type: ConfirmationType,
  { answers, routing }: NoticeFacts,
  on: CivilDate,
): Result<CertificationNotice, readonly string[]> {
  const { company } = readPlan(answers).values;
  const [measure, unit] = type === "D" ? ["修正ROAの変化", "ポイント"] : ["年平均の投資利益率", "%"];
  const working = { name: measure, formula: "", filled: "", required: "（要る値）", met: true } as const;
  return buildConfirmationLetter(
    rulebook,
    {
      type,
      values: {
        applicant: {
          name: company.name,
          representative: company.representative,
          prefecture: undefined,
          address: company.address,
          contactName: undefined,
          contactEmail: undefined,
          contactTelephone: undefined,
        },
        investment: {
          planName: "見本の投資計画",
          purpose: undefined,
          equipmentName: "見本の設備",
          acquisitionMonth: monthOf(on),
          closingMonth: undefined,
          amount: 100_000,
          adviser: undefined,
          adviserOn: undefined,
        },
      },
      requirements: [
        {
          id: "sample",
          title: measure,
          met: true,
          certainty: "unknown",
          workings: [{ ...working, result: `（計算の答え）${unit}`, certainty: "unknown" }],
        },
      ],
      office: routing.office.code,
      filedOn: on,
      sole: company.corporationType === "soleProprietor",
    },
    { issuedOn: on, serial: 1 },
  );
}

const LONGEST_NAME = 300;

function answersOf({ industries }: Rulebook, plan: SamplePlan): RawAnswers {
  const code = industries[14].classes[0]?.code ?? "";
  const name = {
    corporation: "株式会社見本製作所",
    soleProprietor: "見本 太郎",
    longest: `株式会社${"見本製作所".repeat(LONGEST_NAME)}`.slice(0, LONGEST_NAME),
  }[plan];
  return {
    company: {
      corporationType: plan === "soleProprietor" ? "soleProprietor" : "corporation",
      name,
      representative: "代表取締役 見本 太郎",
      address: "見本県見本市見本町一丁目1番1号",
    },
    industry: { industries: [{ id: "sample", revision: "14", code }] },
    period: { start: "2026-04", end: "2029-03" },
  };
}
