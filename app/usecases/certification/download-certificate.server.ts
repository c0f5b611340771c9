/** 認定通知書を渡し、誰がいつどの版を受け取ったかを残す。 */
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { findApplication } from "#db/queries/applications.ts";
import { certificationByNumber, documentsOf, downloadsOf } from "#db/queries/certifications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/** pdf は通知書、jws は署名付きの目録。 */
export type CertificatePart = "pdf" | "jws";

export type CertificateFile = {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly number: string;
  readonly edition: number;
};

/**
 * @param input.number 文書番号
 * @returns 中身。まだ作られていなければ notFound
 */
export async function downloadCertificate(
  context: UseCaseContext,
  storage: DocumentStorage,
  input: {
    readonly companyKey: string;
    readonly number: string;
    /** 省けば、できているうちでいちばん新しい版。 */
    readonly edition?: number | undefined;
    readonly part?: CertificatePart;
    /** 同じ人が同じ物を前に受け取っていて、その続き（残り、変わっていないことの問合せ）なら、重ねて数えない。 */
    readonly continued?: boolean;
  },
): Promise<Result<CertificateFile, Refusal>> {
  const certification = await certificationByNumber(context.database, input.number);
  if (certification === undefined) return refuse({ kind: "notFound" });
  const application = await findApplication(context.database, certification.applicationId);
  if (application === undefined || application.companyKey !== input.companyKey)
    return refuse({ kind: "notFound" });
  const allowed = authorise(context, "certificate.download", accessRecordOf(application));
  if (!allowed.ok) return allowed;
  const { edition, part = "pdf", continued = false } = input;
  const document = (await documentsOf(context.database, application.id, "certificationNotice")).find(
    (one) => edition === undefined || one.edition === edition,
  );
  const sha256 = part === "pdf" ? document?.sha256 : document?.manifestSha256;
  if (document === undefined || sha256 === undefined || sha256 === null) return refuse({ kind: "notFound" });
  const bytes = await storage.get(sha256);
  if (bytes === null) throw new Error(`保管した書類 ${sha256} が読めません。`);
  const file = { bytes, sha256, number: certification.number, edition: document.edition };
  const actor = actorStamp(context.actor);
  if (continued && (await hasReceived(context, document.id, { accountId: actor.id, sha256 })))
    return ok(file);
  const at = context.clock.now();
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
          channel: context.actor.kind === "staff" ? "staff" : "applicant",
          sha256,
          at,
        },
      ],
      audit: [
        {
          action: "certificate.download",
          subjectKind: "certification",
          subjectId: application.id,
          details: { number: certification.number, edition: document.edition, part, sha256 },
        },
      ],
    }),
  });
  return ok(file);
}

async function hasReceived(
  { database }: UseCaseContext,
  documentId: string,
  receipt: { readonly accountId: string; readonly sha256: string },
): Promise<boolean> {
  const downloads = await downloadsOf(database, documentId);
  return downloads.some(
    ({ accountId, sha256 }) => accountId === receipt.accountId && sha256 === receipt.sha256,
  );
}
