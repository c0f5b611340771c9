/** 審査の記録から認定通知書を受け取る。受け取ったことは職員の受取りとして残る。 */
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import { findApplication } from "#db/queries/applications.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import {
  type CertificateFile,
  type CertificatePart,
  downloadCertificate,
} from "../certification/download-certificate.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/**
 * @returns PDF。よその局の申請、認定していない申請、まだ作られていない通知書は notFound
 */
export async function downloadRecordCertificate(
  context: UseCaseContext,
  storage: DocumentStorage,
  applicationId: string,
  wanted: {
    readonly edition?: number | undefined;
    readonly part?: CertificatePart;
    readonly continued?: boolean;
  } = {},
): Promise<Result<CertificateFile, Refusal>> {
  const application = await findApplication(context.database, applicationId);
  if (application === undefined) return refuse({ kind: "notFound" });
  const allowed = authorise(context, "review.view", accessRecordOf(application));
  if (!allowed.ok) return allowed;
  const certification = await certificationOf(context.database, applicationId);
  if (certification === undefined) return refuse({ kind: "notFound" });
  return downloadCertificate(context, storage, {
    companyKey: application.companyKey,
    number: certification.number,
    ...wanted,
  });
}
