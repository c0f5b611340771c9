/** 頼まれた一覧の書出しができたことを、頼んだ人に知らせる。 */
import { composeMail } from "#app/domain/notification/mail-text.ts";
import { readChoices } from "#app/domain/notification/notice-kinds.ts";
import { accountById } from "#db/queries/accounts.ts";
import { noticeChoicesOf } from "#db/queries/notice-choices.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { mailJobDraft } from "./mail-job.ts";

/**
 * 何度呼んでも、書出し一つに一通だけになる。
 * @param days 受け取れる日数
 */
export async function tellExportReady(
  context: UseCaseContext,
  made: { readonly id: string; readonly accountId: string },
  days: number,
): Promise<void> {
  const account = await accountById(context.database, made.accountId);
  const stored = noticeChoicesOf(context.database, "staff", made.accountId);
  if (account === undefined || account.email === null) return;
  if (readChoices("staff", stored?.choices ?? {}).exports !== "immediate") return;
  const { displayName: toName, email: toAddress } = account;
  const text = composeMail("一覧の書出しができました", toName, [
    "頼まれた一覧のファイルができました。",
    `できてから${days}日の間、次の画面から受け取れます。`,
    "",
    `${context.origin}/review/exports`,
  ]);
  const job = mailJobDraft(`export:${made.id}`, {
    applicationId: null,
    side: "office",
    template: "exportReady",
    toName,
    toAddress,
    ...text,
  });
  await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    intent: { action: "exports.tell", key: made.id },
    rows: () => ({
      result: null,
      audit: [{ action: "exports.tell", subjectKind: "export", subjectId: made.id, details: {} }],
      outbox: [job],
    }),
  });
}
