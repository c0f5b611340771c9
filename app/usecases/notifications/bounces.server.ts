/** 届かずに戻ったメール: 知らせを受け取り、局が手当てしたことを残し、申請者に示す。 */
import { ok, type Result } from "#app/domain/result.ts";
import { companyBounces, unconfirmedBouncesOf } from "#db/queries/mail-bounces.ts";
import { bouncedMailOf, type MailBounceRow, mailByMessageId } from "#db/queries/operations.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "../review/apply-command.server.ts";

/**
 * 届かなかったことの知らせを受け取る。同じメールの知らせが二度来ても、最初の一つだけを残す。
 * @param bounce.messageId 送ったメールの Message-ID。山括弧は無くてもよい
 * @param bounce.reason 受け手の答え
 * @returns unknown: 送った覚えのない Message-ID
 */
export async function recordBounce(
  context: UseCaseContext,
  bounce: { readonly messageId: string; readonly reason: string },
): Promise<"recorded" | "repeated" | "unknown"> {
  const { database } = context;
  const messageId = `<${bounce.messageId.replaceAll(/^<|>$/gu, "")}>`;
  const mail = mailByMessageId(database, messageId);
  if (mail === undefined) return "unknown";
  if (bouncedMailOf(database, mail.id) !== undefined) return "repeated";
  const at = context.clock.now();
  const outcome = await applyWritePlan<null>(database, {
    actor: actorStamp({ kind: "system", job: "mailBounce" }),
    at,
    requestId: context.requestId,
    intent: { action: "mails.bounce", key: mail.id },
    rows: () => ({
      result: null,
      mailBounces: [
        {
          mailId: mail.id,
          applicationId: mail.applicationId ?? "",
          side: mail.side,
          toAddress: mail.toAddress,
          reason: bounce.reason,
          receivedAt: at,
        },
      ],
      audit: [
        {
          action: "mails.bounce",
          subjectKind: mail.applicationId === null ? "mail" : "application",
          subjectId: mail.applicationId ?? mail.id,
          details: { mail: mail.id, reason: bounce.reason },
        },
      ],
    }),
  });
  return outcome.kind === "repeated" ? "repeated" : "recorded";
}

/** 申請者へのメールの、局がまだ手当てしていない戻り。 */
export const openBounces = (
  { database }: UseCaseContext,
  applicationId: string,
): readonly (MailBounceRow & { readonly subject: string })[] => unconfirmedBouncesOf(database, applicationId);

/**
 * 局が確かめて手当てしたことを残す。
 * @returns 二度目は、何も変えずに最初と同じ答えになる。その申請の戻りでなければ何も変わらない
 */
export async function confirmBounces(
  context: UseCaseContext,
  applicationId: string,
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiled(context, "mails.confirmBounce", applicationId);
  if (!loaded.ok) return loaded;
  const open = unconfirmedBouncesOf(context.database, applicationId).map(({ mailId }) => mailId);
  if (open.length === 0) return ok(null);
  const actor = actorStamp(context.actor);
  await applyWritePlan<null>(context.database, {
    actor,
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      confirmedBounces: open,
      audit: [
        {
          action: "mails.confirmBounce",
          subjectKind: "application",
          subjectId: applicationId,
          details: { mails: open },
        },
      ],
    }),
  });
  return ok(null);
}

/** 会社の申請の連絡先に届かなかったメール。局が手当てするまで、申請者の入口に示す。 */
export function bouncesForCompany(
  context: UseCaseContext,
  companyKey: string,
): ReturnType<typeof companyBounces> {
  return authorise(context, "company.view", { companyKey }).ok
    ? companyBounces(context.database, companyKey)
    : [];
}
