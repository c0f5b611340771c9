/** 一つの点検。読み取った計画と版から、指摘を返す。 */
import type { CivilDate } from "../../calendar/civil-date.ts";
import type { CivilMonth } from "../../calendar/civil-month.ts";
import type { PlanLifeRefusal } from "../../plan-life/change-refusal.ts";
import { severityOf } from "../../rulebook/blocking.ts";
import type { Certainty } from "../../rulebook/certainty.ts";
import type { Guideline } from "../../rulebook/guideline-rules.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { CheckEntry } from "../catalogue/check-entry.ts";
import { checkCatalogue, type CheckId } from "../check-catalogue.ts";
import type { CorporateNumber } from "../../text/corporate-number.ts";
import type { RawAnswers } from "../field.ts";
import type { Finding } from "../finding.ts";
import type { PlanRouting } from "../plan-routing.ts";
import type { PlanValues } from "../sections.ts";

/** 会社がすでに認定を受けた計画。 */
export type CertifiedPlan = {
  /** 認定の文書番号。 */
  readonly number: string;
  readonly certifiedOn: CivilDate;
  readonly guidelineId: string;
  /** 計画が終わる月。 */
  readonly end: CivilMonth;
};

/** 変更認定申請の、変える元。 */
export type BaseFacts = {
  /** 変える元の版の答え。紙で受けた認定では null。 */
  readonly answers: RawAnswers | null;
  /** もう変えられない理由。変えられるなら null。 */
  readonly obstacle: PlanLifeRefusal | null;
};

/** 計画の外から来る事実。 */
export type CheckFacts = {
  /** 会社がすでに認定を受けた計画。 */
  readonly certifiedPlans: readonly CertifiedPlan[];
  /** 受理日。まだ受理されていなければ null。60日の期限はこの日と比べる。 */
  readonly acceptedOn: CivilDate | null;
  /** ログインしている会社の法人番号（GビズID）。個人事業主は null。 */
  readonly corporateNumber: CorporateNumber | null;
  /** 新規の申請では null。 */
  readonly base: BaseFacts | null;
  /** 設備の行に書かれた番号のうち、このポータルが発行した確認書。調べていなければ null。 */
  readonly confirmations: readonly KnownConfirmation[] | null;
};

/** 計画の設備の行が指す確認書。 */
export type KnownConfirmation = {
  /** 文書番号。 */
  readonly number: string;
  /** 設備の類型（B、D、E）。 */
  readonly type: string;
  /** この会社が受けた物か。 */
  readonly own: boolean;
  /** ほかの計画がもう使っているか。 */
  readonly usedElsewhere: boolean;
};

/** 計画の外の事実がないとき。 */
export const noFacts: CheckFacts = {
  certifiedPlans: [],
  acceptedOn: null,
  corporateNumber: null,
  base: null,
  confirmations: null,
};

export type CheckInput = {
  readonly rulebook: Rulebook;
  readonly answers: RawAnswers;
  readonly values: PlanValues;
  readonly routing: PlanRouting;
  readonly guideline: Guideline | undefined;
  readonly facts: CheckFacts;
  /** 点検の日。 */
  readonly on: CivilDate;
};

export type Check = (input: CheckInput) => readonly Finding[];

type Place = { readonly field: string; readonly rowId?: string; readonly section?: string };

/**
 * 目録のとおりの区画と重さの指摘。
 * @param certainty 規則集から来る決まりの確かさ。目録の重さが rulebook の点検だけが渡す
 */
export function findingOf(check: CheckId, place: Place, message: string, certainty?: Certainty): Finding {
  const entry: CheckEntry = checkCatalogue[check];
  return {
    check,
    severity: severityIn(entry, certainty),
    section: place.section ?? entry.section,
    field: place.field,
    ...(place.rowId === undefined ? {} : { rowId: place.rowId }),
    message,
  };
}

function severityIn({ weight }: CheckEntry, certainty: Certainty | undefined): Finding["severity"] {
  if (weight === "consistency") return "error";
  if (weight === "notice" || weight === "requirement" || weight === "setting") return "warning";
  return severityOf(weight === "rulebook" ? (certainty ?? "unknown") : weight);
}
