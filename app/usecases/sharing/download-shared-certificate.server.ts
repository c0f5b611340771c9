/** 連携先に、同意を得た計画の認定通知書を渡す。受取りの記録は、申請者と局にも見える。 */
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { certificationOf, documentsOf } from "#db/queries/certifications.ts";
import { sharedPlan } from "#db/queries/sharing.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import type { CertificateFile, CertificatePart } from "../certification/download-certificate.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/** @returns いちばん新しい版。渡せない計画と、まだ作られていない通知書は notFound */
export async function downloadSharedCertificate(
  context: UseCaseContext,
  storage: DocumentStorage,
  applicationId: string,
  part: CertificatePart,
): Promise<Result<CertificateFile, Refusal>> {
  const allowed = authorise(context, "api.read", {});
  if (!allowed.ok) return allowed;
  const row = await sharedPlan(context.database, applicationId);
  const certification = await certificationOf(context.database, applicationId);
  const [document] = await documentsOf(context.database, applicationId, "certificationNotice");
  const sha256 = part === "pdf" ? document?.sha256 : document?.manifestSha256;
  if (
    row === undefined ||
    row.withdrawn ||
    certification === undefined ||
    document === undefined ||
    sha256 === undefined ||
    sha256 === null
  )
    return refuse({ kind: "notFound" });
  const bytes = await storage.get(sha256);
  if (bytes === null) throw new Error(`保管した書類 ${sha256} が読めません。`);
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const { edition } = document;
  await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      downloads: [
        {
          documentId: document.id,
          accountId: actor.id,
          accountName: actor.name,
          channel: "api",
          sha256,
          at,
        },
      ],
      audit: [
        {
          action: "api.read",
          subjectKind: "certification",
          subjectId: applicationId,
          details: { part, edition, sha256, rows: 1 },
        },
      ],
    }),
  });
  return ok({ bytes, sha256, number: certification.number, edition });
}
