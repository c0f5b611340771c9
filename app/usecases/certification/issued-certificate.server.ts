/** 発行した認定通知書の版: 刷る値、作成の進み、確認に使う記録。 */
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { writtenCode } from "#app/domain/certification/certificate-code.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { isCivilMonth, lastDayOf } from "#app/domain/calendar/civil-month.ts";
import { planState } from "#app/domain/plan-life/plan-state.ts";
import { issueState, type IssueState } from "#app/domain/certification/issue-state.ts";
import type {
  IssuedDecline,
  IssuedEdition,
  PlanEnding,
  IssuedRevocation,
} from "#app/domain/certification/verdict.ts";
import { findPlan, type PlanRow, versionOfApplication } from "#db/queries/plans.ts";
import type { Database } from "#db/client.ts";
import {
  type CertificateEditionRow,
  certificateEditionsOf,
  type CertificationRow,
  certificationOf,
  declineNoticeOf,
  documentAt,
  documentsOf,
  downloadsOf,
  type DownloadRow,
  type IssuedDocumentRow,
  type RevocationNoticeRow,
  revocationNoticeOf,
  type RevocationRow,
  revocationOf,
} from "#db/queries/certifications.ts";
import { OLD_LETTER } from "#app/domain/hand-over/old-letter.ts";
import { jobOf } from "#db/queries/operations.ts";
import { ISSUE_TOPIC, issueJobKey } from "./issue-job.ts";

export const verifyPath = (code: string): string => `/verify/${code}`;

/** その版に刷る値。確認の符号を含む。 */
export function noticeOfEdition(
  { notice }: CertificationRow,
  edition: CertificateEditionRow,
  origin: string,
): CertificationNotice {
  return verifiable(edition.notice ?? notice, edition.code, origin);
}

/** 確認の符号を刷る値。符号の無かった頃の通知書では、そのまま。 */
export const verifiable = (
  notice: CertificationNotice,
  code: string | null,
  origin: string,
): CertificationNotice =>
  code === null
    ? notice
    : { ...notice, verification: { code: writtenCode(code), url: `${origin}${verifyPath(code)}` } };

/** 画面に出す、一つの版。 */
export type CertificateEdition = CertificateEditionRow & {
  readonly document: IssuedDocumentRow | null;
  readonly state: IssueState;
  readonly downloads: readonly DownloadRow[];
};

export type CertificateHistory = {
  /** 新しい版から。 */
  readonly editions: readonly CertificateEdition[];
  readonly revocation: RevocationRow | null;
  /** 取消しの通知書。取り消していない認定と、通知書の無かった頃の取消しでは null。 */
  readonly revocationNotice: RevocationNoticeRow | null;
};

/** 認定通知書のこれまで。認定していなければ空。 */
export async function certificateHistory(
  database: Database,
  applicationId: string,
): Promise<CertificateHistory> {
  const [editions, documents, revocation, revocationNotice] = await Promise.all([
    certificateEditionsOf(database, applicationId),
    documentsOf(database, applicationId, "certificationNotice"),
    revocationOf(database, applicationId),
    revocationNoticeOf(database, applicationId),
  ]);
  return {
    editions: await Promise.all(
      editions.map(async (row): Promise<CertificateEdition> => {
        const document = documents.find(({ edition }) => edition === row.edition) ?? null;
        const job =
          document === null
            ? await jobOf(database, ISSUE_TOPIC, issueJobKey(applicationId, row.edition))
            : undefined;
        return {
          ...row,
          document,
          state: issueState(document !== null, job),
          downloads: document === null ? [] : await downloadsOf(database, document.id),
        };
      }),
    ),
    revocation: revocation ?? null,
    revocationNotice: revocationNotice ?? null,
  };
}

/** 満了、又は届出による終わり。日付から導くので、その日から答えが変わる。 */
function planEnding(plan: PlanRow, on: CivilDate): PlanEnding | null {
  const state = planState(plan, on);
  const { startMonth, endMonth, ended } = plan;
  if (state === "surrendered" && ended !== null) return { kind: state, on: ended.on, startMonth, endMonth };
  return state === "expired" && isCivilMonth(endMonth)
    ? { kind: state, on: lastDayOf(endMonth), startMonth, endMonth }
    : null;
}

/**
 * 真正性の確認に使う、その版の記録。
 * @param on 今日（Tokyo の日）
 */
export async function issuedEdition(
  database: Database,
  applicationId: string,
  edition: number,
  on: CivilDate,
): Promise<IssuedEdition | undefined> {
  const [certification, editions, document, revocation, version] = await Promise.all([
    certificationOf(database, applicationId),
    certificateEditionsOf(database, applicationId),
    documentAt(database, applicationId, "certificationNotice", edition),
    revocationOf(database, applicationId),
    versionOfApplication(database, applicationId),
  ]);
  const plan = version === undefined ? undefined : await findPlan(database, version.planId);
  const row = editions.find((one) => one.edition === edition);
  if (certification === undefined || row === undefined) return undefined;
  const notice = row.notice ?? certification.notice;
  return {
    letter: "certificate",
    number: certification.number,
    edition,
    certifiedOn: certification.certifiedOn,
    name: notice.addressee.name,
    signatory: notice.signatory.title,
    sha256: document?.sha256 ?? null,
    latestEdition: editions[0]?.edition ?? edition,
    revokedOn: revocation?.revokedOn ?? (plan?.ended?.kind === "revoked" ? plan.ended.on : null),
    ending: plan === undefined ? null : planEnding(plan, on),
    oldPlatform: document?.templateVersion === OLD_LETTER,
  };
}

/** 真正性の確認に使う、取消しの通知書の記録。 */
export async function issuedRevocation(
  database: Database,
  applicationId: string,
): Promise<IssuedRevocation | undefined> {
  const [certification, revocation, frozen, document] = await Promise.all([
    certificationOf(database, applicationId),
    revocationOf(database, applicationId),
    revocationNoticeOf(database, applicationId),
    documentAt(database, applicationId, "revocationNotice", 1),
  ]);
  if (certification === undefined || revocation === undefined || frozen === undefined) return undefined;
  return {
    letter: "revocation",
    number: frozen.number,
    revokedOn: revocation.revokedOn,
    name: frozen.notice.addressee.name,
    signatory: frozen.notice.signatory.title,
    certificateNumber: certification.number,
    sha256: document?.sha256 ?? null,
  };
}

/** 真正性の確認に使う、不認定通知書の記録。 */
export async function issuedDecline(
  database: Database,
  applicationId: string,
): Promise<IssuedDecline | undefined> {
  const [frozen, document] = await Promise.all([
    declineNoticeOf(database, applicationId),
    documentAt(database, applicationId, "declineNotice", 1),
  ]);
  if (frozen === undefined) return undefined;
  return {
    letter: "decline",
    number: frozen.number,
    declinedOn: frozen.declinedOn,
    name: frozen.notice.addressee.name,
    signatory: frozen.notice.signatory.title,
    sha256: document?.sha256 ?? null,
  };
}
