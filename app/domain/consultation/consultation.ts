/**
 * ほかの局への求め: 共管の同意（consent）と意見照会（opinion）。
 * 共管の計画は、受け取った省庁のほかの主務大臣の同意もそろってから一度だけ認定する（法第17条、運用は未確認）。
 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { Status } from "../workflow/statuses.ts";

/** 求めの種類。 */
export type ConsultationKind = "consent" | "opinion";

/** 求めの終わり方。同意する・同意しない・意見・取下げのうち一つに、一度だけなる。 */
export type ConsultationResult = "agree" | "disagree" | "opinion" | "withdrawn";

export const kindWords = {
  consent: "共管の同意",
  opinion: "意見照会",
} as const satisfies Record<ConsultationKind, string>;

export const resultWords = {
  agree: "同意する",
  disagree: "同意しない",
  opinion: "意見あり",
  withdrawn: "取下げ",
} as const satisfies Record<ConsultationResult, string>;

export type AskedOffice = {
  readonly code: string;
  readonly name: string;
  readonly ministry: string;
};

export type Consultation = {
  readonly id: string;
  readonly kind: ConsultationKind;
  /** 求めた時の、最も新しい提出の回。 */
  readonly submissionSequence: number;
  readonly office: AskedOffice;
  readonly question: string;
  /** 回答の期限。決めなければ null。 */
  readonly dueOn: CivilDate | null;
  /** 求めた人と瞬間（UTC の ISO 文字列）。 */
  readonly askedById: string;
  readonly askedByName: string;
  readonly askedAt: string;
  /** まだ終わっていなければ null。 */
  readonly end: {
    readonly result: ConsultationResult;
    readonly text: string;
    readonly byName: string;
    readonly at: string;
  } | null;
};

/** 回答を待ち、答えられる状態。受理してから処分するまで。 */
export const consultingStatuses = [
  "accepted",
  "underReview",
  "returned",
] as const satisfies readonly Status[];

/** 取り下げられた求めの局は、もう記録を読まない。 */
export const readingOffices = (consultations: readonly Consultation[]): readonly string[] => [
  ...new Set(consultations.flatMap(({ office, end }) => (end?.result === "withdrawn" ? [] : [office.code]))),
];

/** 一つの省庁の同意の、いまの様子。 */
export type Consent = {
  /** 求めた局。まだ求めていなければ、求めることになる局。 */
  readonly office: AskedOffice;
  readonly standing: "notAsked" | "waiting" | "agreed" | "disagreed";
};

/** まだそろっていない同意。 */
export const missingConsents = (consents: readonly Consent[]): readonly Consent[] =>
  consents.filter(({ standing }) => standing !== "agreed");
