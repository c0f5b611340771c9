/** 認定通知書の一つの版を、画面で読む。発行した時に凍結した値だけから作り、いまの申請の値は見ない。 */
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { findApplication } from "#db/queries/applications.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { certificateHistory, type CertificateHistory, noticeOfEdition } from "./issued-certificate.server.ts";

export type CertificateInRecord = {
  readonly applicationId: string;
  /** 申請者の道筋の会社。職員の道筋には無い。 */
  readonly companyKey?: string;
};

export type ReadableCertificate = {
  readonly receiptNumber: string;
  readonly edition: number;
  /** その版に刷られた値。 */
  readonly notice: CertificationNotice;
  readonly history: CertificateHistory;
};

/**
 * @param input.edition 省けば、できているうちでいちばん新しい版
 * @returns よその会社・局の申請、認定していない申請、まだ作られていない版は notFound
 */
export async function readCertificate(
  context: UseCaseContext,
  input: CertificateInRecord & { readonly edition?: number | undefined },
): Promise<Result<ReadableCertificate, Refusal>> {
  const { applicationId, companyKey, edition } = input;
  const application = await findApplication(context.database, applicationId);
  if (application === undefined || (companyKey !== undefined && application.companyKey !== companyKey))
    return refuse({ kind: "notFound" });
  const allowed = authorise(context, "certificate.download", accessRecordOf(application));
  if (!allowed.ok) return allowed;
  const [certification, history] = await Promise.all([
    certificationOf(context.database, applicationId),
    certificateHistory(context.database, applicationId),
  ]);
  const row = history.editions.find(
    (one) => one.document !== null && (edition === undefined || one.edition === edition),
  );
  if (certification === undefined || row === undefined) return refuse({ kind: "notFound" });
  return ok({
    receiptNumber: application.receiptNumber ?? "",
    edition: row.edition,
    notice: noticeOfEdition(certification, row, context.origin),
    history,
  });
}
