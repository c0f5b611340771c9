/**
 * 認定通知書、不認定通知書、取消しの通知書に刷る値を、提出した計画と版から作る。
 * 埋まらない slot があれば名前を返して断る（空欄の通知書を出さない）。
 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "../calendar/era.ts";
import { tokyoDay } from "../calendar/tokyo.ts";
import { findIndustry } from "../industry/find-industry.ts";
import { isChange } from "../plan-life/change-base.ts";
import type { RawAnswers } from "../plan/field.ts";
import { industriesOf } from "../plan/plan-routing.ts";
import { readPlan } from "../plan/read-section.ts";
import type { Result } from "../result.ts";
import { articleOn } from "../rulebook/legal-article.ts";
import type { LegalSubject, LetterKind } from "../rulebook/procedure-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { fillLetter, type LetterSlots, type NoticeIssue } from "./fill-letter.ts";
import type { CertificationNotice } from "./notice.ts";

export type NoticeFacts = {
  /** 凍結した提出の答え。 */
  readonly answers: RawAnswers;
  readonly routing: {
    readonly office: { readonly code: string };
    readonly guideline: { readonly name: string };
  };
  /** 申請の瞬間（UTC の ISO 文字列）。 */
  readonly filedAt: string;
};

/** 帳票の版。見た目や項目の置き方を変えたら上げる。 */
export const NOTICE_TEMPLATE = "certification-notice/v2";
const DECLINE_TEMPLATE = "decline-notice/v2";
const REVOCATION_TEMPLATE = "revocation-notice/v2";

/** 取り消す認定。訂正した認定通知書なら、宛先は訂正した後のもの。 */
export type RevokedCertification = {
  /** YYYY-MM-DD */
  readonly certifiedOn: CivilDate;
  /** 認定通知書の文書番号。 */
  readonly number: string;
  /** 省けば、計画の値。 */
  readonly addressee?: CertificationNotice["addressee"];
  /** 取消しの理由。 */
  readonly reason: string;
};

/** @returns 認定通知書の値（法第17条第1項）。埋まらない値があれば、その名前 */
export const buildNotice = (
  rulebook: Rulebook,
  facts: NoticeFacts,
  issue: NoticeIssue,
): Result<CertificationNotice, readonly string[]> =>
  buildLetter(rulebook, facts, issue, {
    kind: "certification",
    templateVersion: NOTICE_TEMPLATE,
    slots: {},
  });

/**
 * @param first 当初の認定の日（YYYY-MM-DD）と、その文書番号
 * @returns 変更の認定通知書の値（法第18条第1項）。埋まらない値があれば、その名前
 */
export const buildChangeNotice = (
  rulebook: Rulebook,
  facts: NoticeFacts,
  issue: NoticeIssue,
  first: { readonly certifiedOn: CivilDate; readonly number: string },
): Result<CertificationNotice, readonly string[]> =>
  buildLetter(rulebook, facts, issue, {
    kind: "changeCertification",
    templateVersion: NOTICE_TEMPLATE,
    slots: {
      firstCertifiedOn: formatJapaneseDate(first.certifiedOn),
      firstDocumentNumber: first.number,
    },
  });

/**
 * @param reason 認定をしない理由
 * @returns 教示（行政不服審査法第82条第1項、行政事件訴訟法第46条第1項）を含む不認定通知書の値。埋まらない値があれば、その名前
 */
export const buildDeclineNotice = (
  rulebook: Rulebook,
  facts: NoticeFacts,
  issue: NoticeIssue,
  reason: string,
): Result<CertificationNotice, readonly string[]> =>
  buildLetter(rulebook, facts, issue, {
    kind: "decline",
    templateVersion: DECLINE_TEMPLATE,
    slots: { declineReason: reason },
  });

/**
 * @param rulebook 取消しの日に効いている版
 * @returns 教示を含む取消しの通知書の値（法第18条第2項）。埋まらない値があれば、その名前
 */
export const buildRevocationNotice = (
  rulebook: Rulebook,
  facts: NoticeFacts,
  issue: NoticeIssue,
  revoked: RevokedCertification,
): Result<CertificationNotice, readonly string[]> =>
  buildLetter(rulebook, facts, issue, {
    kind: "revocation",
    templateVersion: REVOCATION_TEMPLATE,
    ...(revoked.addressee === undefined ? {} : { addressee: revoked.addressee }),
    slots: {
      certifiedOn: formatJapaneseDate(revoked.certifiedOn),
      certificateNumber: revoked.number,
      revokeReason: revoked.reason,
    },
  });

/** 計画の申請についての通知書。 */
type PlanLetterKind = Exclude<LetterKind, `confirmation${string}`>;

type LetterForm = {
  readonly kind: PlanLetterKind;
  readonly templateVersion: string;
  /** 計画から決まらない値。 */
  readonly slots: LetterSlots;
  /** 計画の値と違う宛先。 */
  readonly addressee?: CertificationNotice["addressee"];
};

/** 条文の根拠。 */
const articleSubjects = {
  certification: "newApplication",
  changeCertification: "changeApplication",
  decline: "newApplication",
  revocation: "revocation",
} as const satisfies Record<PlanLetterKind, LegalSubject>;

/** 変更の認定をしないときの根拠は、変更の条文。 */
const subjectOf = (kind: LetterForm["kind"], answers: RawAnswers): LegalSubject =>
  kind === "decline" && isChange(answers) ? "changeApplication" : articleSubjects[kind];

function buildLetter(
  rulebook: Rulebook,
  facts: NoticeFacts,
  issue: NoticeIssue,
  form: LetterForm,
): Result<CertificationNotice, readonly string[]> {
  const { values } = readPlan(facts.answers);
  const { company, period } = values;
  const article = articleOn(rulebook, subjectOf(form.kind, facts.answers), issue.issuedOn);
  const sole = company.corporationType === "soleProprietor";
  return fillLetter(rulebook, issue, {
    kind: form.kind,
    office: facts.routing.office.code,
    templateVersion: form.templateVersion,
    addressee: form.addressee ?? {
      address: company.address ?? "",
      name: company.name ?? "",
      representative: sole ? "" : (company.representative ?? ""),
    },
    sole,
    slots: {
      ...form.slots,
      appliedOn: formatJapaneseDate(tokyoDay(facts.filedAt)),
      article: article?.article ?? "",
      applicantName: company.name ?? "",
      industryName: industryNames(rulebook, facts.answers),
      guidelineName: facts.routing.guideline.name,
      planPeriod:
        period.start === undefined || period.end === undefined
          ? ""
          : `${formatJapaneseMonth(period.start)}から${formatJapaneseMonth(period.end)}まで`,
    },
  });
}

const industryNames = (rulebook: Rulebook, answers: RawAnswers): string =>
  industriesOf(readPlan(answers).values)
    .map(({ revision, code }) => findIndustry(rulebook, revision, code)?.class.name ?? "")
    .filter((name) => name !== "")
    .join("、");
