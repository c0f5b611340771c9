/**
 * 認定を取り消す（法第18条第2項）。取消しの通知書の値をここで凍結し、番号は取消しと同じ取引で引く。
 * 認定通知書のバイト列は変わらず、確認の窓口が取消しと答える。
 */
import { randomBytes } from "node:crypto";
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import {
  certificateCode,
  CODE_RANDOM_BYTES,
  writtenCode,
} from "#app/domain/certification/certificate-code.ts";
import { numberSeriesOf } from "#app/domain/certification/document-number.ts";
import { unprintableMessage } from "#app/domain/certification/unprintable.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import { findPlan, planVersionsOf, versionOfApplication } from "#db/queries/plans.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { actorStamp, currentRulebook, today, type UseCaseContext } from "../context.ts";
import { plannedMails } from "../notifications/plan-mails.server.ts";
import type { Refusal } from "../refusals.ts";
import { type CommandInput, contactOf } from "../review/apply-command.server.ts";
import { loadCertificate, writeCertificateChange } from "./change-certificate.server.ts";
import { verifyPath } from "./issued-certificate.server.ts";
import { letterJob } from "./letter-job.ts";
import { revocationNotice } from "./revocation-notice.server.ts";
import { unprintableCharacters } from "./check-printable.server.ts";

const MAX_REASON = 2_000;

/**
 * @returns 理由が無い、又は理由に刷れない文字があれば invalid、通知書の値が足りなければ noticeIncomplete、
 *   ほかの所に刷れない文字があれば noticeUnprintable、ほかの人が先に変えていれば stale。どれも番号は引かない
 */
export async function revokeCertificate(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: CommandInput & { readonly reason: string },
): Promise<Result<null, Refusal>> {
  const loaded = await loadCertificate(context, "certificate.revoke", input.applicationId);
  if (!loaded.ok) return loaded;
  const reason = cleanText(input.reason);
  if (reason === "" || Array.from(reason).length > MAX_REASON)
    return refuse({
      kind: "invalid",
      errors: { reason: ["取消しの理由を、2,000字までで書いてください。"] },
    });
  const { application, submission } = loaded.value;
  const revokedOn = today(context);
  const office = submission.routing.office.code;
  const { rulebook } = currentRulebook(context);
  const build = await revocationNotice(context, loaded.value, revokedOn);
  const trial = build(reason, 1);
  if (!trial.ok) return refuse({ kind: "noticeIncomplete", missing: trial.error });
  const characters = await unprintableCharacters(pdf, trial.value);
  const inReason = characters.filter(({ character }) => reason.includes(character));
  if (inReason.length > 0)
    return refuse({ kind: "invalid", errors: { reason: inReason.map(unprintableMessage) } });
  if (characters.length > 0) return refuse({ kind: "noticeUnprintable", characters });
  const mails = await plannedMails(context, [{ kind: "mail", template: "revoked", to: "applicant" }], {
    application,
    contact: contactOf(submission),
    facts: { companyName: application.companyName, officeName: submission.routing.office.name },
  });
  const actor = actorStamp(context.actor);
  const createdAt = context.clock.now();
  const code = certificateCode(randomBytes(CODE_RANDOM_BYTES));
  const { earlier, ...planEnding } = await endedPlan(context, application.id, { on: revokedOn, reason });
  const verification = { code: writtenCode(code), url: `${context.origin}${verifyPath(code)}` };
  return writeCertificateChange(context, input, loaded.value, {
    action: "certificate.revoke",
    event: { type: "application.certificateRevoked.v1", data: { revokedOn, reason } },
    draws: { letter: numberSeriesOf(office, revokedOn, rulebook.documentNumbering.get(office)) },
    rows: ({ letter: serial }) => {
      if (serial === undefined) throw new Error("文書番号を引いていません。");
      const notice = build(reason, serial);
      if (!notice.ok) throw new Error("通知書の値が、番号によって足りなくなりました。");
      return {
        // 取消しは計画に及ぶので、これまでの版の認定も一緒に取り消す。
        certificateRevocations: [application.id, ...earlier].map((applicationId) => ({
          applicationId,
          reason,
          revokedOn,
          revokedBy: actor.id,
          revokedByName: actor.name,
          createdAt,
        })),
        ...planEnding,
        revocationNotices: [
          {
            applicationId: application.id,
            companyKey: application.companyKey,
            number: notice.value.documentNumber,
            code,
            notice: { ...notice.value, verification },
            createdAt,
          },
        ],
      };
    },
    outbox: [
      ...mails({ receiptNumber: application.receiptNumber ?? "" }),
      letterJob("revocation", application.id),
    ],
  });
}

/** 認定の取消しで、計画も終わる。 */
async function endedPlan(
  context: UseCaseContext,
  applicationId: string,
  revoked: { readonly on: string; readonly reason: string },
): Promise<Pick<PlannedRows<null>, "planChanges" | "planEvents"> & { readonly earlier: readonly string[] }> {
  const version = await versionOfApplication(context.database, applicationId);
  const plan = version === undefined ? undefined : await findPlan(context.database, version.planId);
  if (plan === undefined) return { earlier: [] };
  const versions = await planVersionsOf(context.database, plan.id);
  return {
    earlier: versions.flatMap((one) =>
      one.applicationId === null || one.applicationId === applicationId ? [] : [one.applicationId],
    ),
    planChanges: [
      { id: plan.id, expectedVersion: plan.version, set: { ended: { kind: "revoked", ...revoked } } },
    ],
    planEvents: [{ planId: plan.id, event: { type: "plan.revoked.v1", data: revoked } }],
  };
}
