/** 認定通知書の一つの版を、画面で読む。発行した時に凍結した値だけから作り、いまの申請の値は見ない。 */
import { z } from "zod";
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { findApplication } from "#db/queries/applications.ts";
import { certificationOf, type IssuedDocumentRow } from "#db/queries/certifications.ts";
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
  storage: DocumentStorage,
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
  if (certification === undefined || row === undefined || row.document === null)
    return refuse({ kind: "notFound" });
  const notice = noticeOfEdition(certification, row, context.origin);
  const verification = await printedVerification(storage, row.document);
  return ok({
    receiptNumber: application.receiptNumber ?? "",
    edition: row.edition,
    notice: verification === null ? notice : { ...notice, verification },
    history,
  });
}

const printed = z.object({ verification: z.object({ code: z.string(), url: z.url() }).nullable() });

/** 目録に残る、紙に刷った符号とアドレス。ポータルのアドレスが後で変わっても、紙のとおりに示す。 */
async function printedVerification(
  storage: DocumentStorage,
  { manifestSha256 }: IssuedDocumentRow,
): Promise<CertificationNotice["verification"] | null> {
  const manifest = manifestSha256 === null ? null : await storage.get(manifestSha256);
  if (manifest === null) return null;
  const [, payload = ""] = Buffer.from(manifest).toString("ascii").split(".");
  return printed.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).verification;
}
