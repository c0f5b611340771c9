/** 認定を取り消したことを記録する（法第18条第2項）。通知書のバイト列は変わらず、確認の窓口が取消しと答える。 */
import { refuse, type Result } from "#app/domain/result.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import { plannedMails } from "../notifications/plan-mails.server.ts";
import type { Refusal } from "../refusals.ts";
import { type CommandInput, contactOf } from "../review/apply-command.server.ts";
import { loadCertificate, writeCertificateChange } from "./change-certificate.server.ts";

const MAX_REASON = 2_000;

/** @returns 理由が無ければ invalid、ほかの人が先に変えていれば stale */
export async function revokeCertificate(
  context: UseCaseContext,
  input: CommandInput & { readonly reason: string },
): Promise<Result<null, Refusal>> {
  const loaded = await loadCertificate(context, "certificate.revoke", input.applicationId);
  if (!loaded.ok) return loaded;
  const reason = input.reason.trim();
  if (reason === "" || reason.length > MAX_REASON)
    return refuse({
      kind: "invalid",
      errors: { reason: ["取消しの理由を、2,000字までで書いてください。"] },
    });
  const { application, submission } = loaded.value;
  const mails = await plannedMails(context, [{ kind: "mail", template: "revoked", to: "applicant" }], {
    application,
    contact: contactOf(submission),
    facts: { companyName: application.companyName, officeName: submission.routing.office.name },
  });
  const actor = actorStamp(context.actor);
  const revokedOn = today(context);
  return writeCertificateChange(context, input, loaded.value, {
    action: "certificate.revoke",
    event: { type: "application.certificateRevoked.v1", data: { revokedOn, reason } },
    rows: {
      certificateRevocations: [
        {
          applicationId: application.id,
          reason,
          revokedOn,
          revokedBy: actor.id,
          revokedByName: actor.name,
          createdAt: context.clock.now(),
        },
      ],
    },
    outbox: mails({ receiptNumber: application.receiptNumber ?? "" }),
  });
}
