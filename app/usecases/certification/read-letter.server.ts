/** 不認定又は取消しの通知書を、画面で読む。決定の時に凍結した値だけから作る。 */
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { documentAt, type IssuedDocumentRow } from "#db/queries/certifications.ts";
import { findApplication } from "#db/queries/applications.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { frozenLetter, letterKinds } from "./frozen-letter.server.ts";
import type { DecisionLetter } from "./letter-job.ts";
import type { CertificateInRecord } from "./read-certificate.server.ts";

export type ReadableLetter = {
  readonly receiptNumber: string;
  readonly notice: CertificationNotice;
  /** 保管した PDF。まだ作られていなければ null。 */
  readonly document: IssuedDocumentRow | null;
};

/** @returns よその会社・局の申請、その決定をしていない申請、通知書の無かった頃の決定は notFound */
export async function readLetter(
  context: UseCaseContext,
  letter: DecisionLetter,
  { applicationId, companyKey }: CertificateInRecord,
): Promise<Result<ReadableLetter, Refusal>> {
  const application = await findApplication(context.database, applicationId);
  if (application === undefined || (companyKey !== undefined && application.companyKey !== companyKey))
    return refuse({ kind: "notFound" });
  const action = companyKey === undefined ? "review.view" : "plan.viewOwn";
  const allowed = authorise(context, action, accessRecordOf(application));
  if (!allowed.ok) return allowed;
  const [frozen, document] = await Promise.all([
    frozenLetter(context, letter, applicationId),
    documentAt(context.database, applicationId, letterKinds[letter].document, 1),
  ]);
  if (frozen === undefined) return refuse({ kind: "notFound" });
  return ok({
    receiptNumber: application.receiptNumber ?? "",
    notice: frozen.notice,
    document: document ?? null,
  });
}
