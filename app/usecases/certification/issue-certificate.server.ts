/**
 * 認定通知書の一つの版を作る仕事: 描く → 署名する → 脇に置く → 保管する → 記録して知らせる。
 * どこで落ちても、やり直せば同じ一通になる。署名（タイムスタンプ）はやり直すと別のバイト列になるので、
 * 保管する前に脇に置き、脇にあればそれを使う。
 */
import { routingNow } from "#app/domain/routing/transferred-routing.ts";
import { certificateManifest } from "#app/domain/certification/manifest.ts";
import { findApplication, latestSubmission } from "#db/queries/applications.ts";
import {
  type CertificateEditionRow,
  certificateEditionsOf,
  type CertificationRow,
  certificationOf,
  documentAt,
} from "#db/queries/certifications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { plannedMails } from "../notifications/plan-mails.server.ts";
import { contactOf } from "../review/apply-command.server.ts";
import { noticeOfEdition } from "./issued-certificate.server.ts";
import { type IssueTools, signedLetter } from "./sign-letter.server.ts";

/**
 * @param target.edition 版。1 から
 * @throws PDF を作れない、署名できない、保管できないとき。outbox がやり直す
 */
export async function issueCertificate(
  context: UseCaseContext,
  tools: IssueTools,
  target: { readonly applicationId: string; readonly edition: number },
): Promise<void> {
  const { applicationId } = target;
  const certification = await certificationOf(context.database, applicationId);
  const edition = (await certificateEditionsOf(context.database, applicationId)).find(
    (one) => one.edition === target.edition,
  );
  if (certification === undefined || edition === undefined)
    throw new Error(`申請 ${applicationId} の認定の第${target.edition}版がありません。`);
  const stage = `certificate-${applicationId}-${edition.edition}-${tools.signer.level}`;
  if (await documentAt(context.database, applicationId, "certificationNotice", edition.edition)) {
    await tools.storage.unstage(stage);
    return;
  }
  const notice = noticeOfEdition(certification, edition, context.origin);
  const bytes = await signedLetter(tools, stage, notice, edition.createdAt);
  const sha256 = await tools.storage.put(bytes);
  const manifest = certificateManifest(notice, {
    edition: edition.edition,
    issuedAt: edition.createdAt,
    sha256,
    size: bytes.byteLength,
    signature: tools.signer.level,
  });
  const manifestSha256 = await tools.storage.put(
    Buffer.from(await tools.signer.signManifest(manifest), "ascii"),
  );
  await record(context, certification, edition, {
    sha256,
    size: bytes.byteLength,
    templateVersion: notice.templateVersion,
    signatureLevel: tools.signer.level,
    manifestSha256,
  });
  await tools.storage.unstage(stage);
}

async function record(
  context: UseCaseContext,
  certification: CertificationRow,
  { edition }: CertificateEditionRow,
  stored: {
    readonly sha256: string;
    readonly size: number;
    readonly templateVersion: string;
    readonly signatureLevel: "B-B" | "B-T";
    readonly manifestSha256: string;
  },
): Promise<void> {
  const { applicationId, companyKey, number } = certification;
  const at = context.clock.now();
  const mails = await announcement(context, applicationId, edition);
  await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at,
    requestId: context.requestId,
    intent: { action: "certificate.issue", key: `${applicationId}:${edition}` },
    rows: () => ({
      result: null,
      documents: [
        {
          id: context.newId(),
          applicationId,
          companyKey,
          kind: "certificationNotice",
          edition,
          ...stored,
          createdAt: at,
        },
      ],
      audit: [
        {
          action: "certificate.issue",
          subjectKind: "certification",
          subjectId: applicationId,
          details: { number, edition, sha256: stored.sha256, signature: stored.signatureLevel },
        },
      ],
      outbox: mails,
    }),
  });
}

/** 通知書ができたことの知らせ。 */
async function announcement(
  context: UseCaseContext,
  applicationId: string,
  edition: number,
): Promise<readonly OutboxDraft[]> {
  const [application, submission] = await Promise.all([
    findApplication(context.database, applicationId),
    latestSubmission(context.database, applicationId),
  ]);
  if (application === undefined || submission === undefined)
    throw new Error(`申請 ${applicationId} の提出がありません。`);
  const template = edition === 1 ? "certified" : "corrected";
  const { rulebook } = context.rulebooks.edition(submission.editionId);
  const { office } = routingNow(rulebook, application.officeCode, submission.routing);
  const mails = await plannedMails(context, [{ kind: "mail", template, to: "applicant" }], {
    application,
    contact: contactOf(submission),
    facts: { companyName: application.companyName, officeName: office.name },
    occasion: `certificate-${edition}`,
  });
  return mails({ receiptNumber: application.receiptNumber ?? "" });
}
