/** 送った、又は送れずに残したメールを読む。宛先は個人の情報なので、読んだことも残す。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { findMail, type MailRow, recentMails } from "#db/queries/operations.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { noteInAudit } from "./note-in-audit.server.ts";

export const MAIL_LIST_SIZE = 200;

/** 一覧に出す分だけ。本文は一通ずつ開く。 */
export type MailHeading = Omit<MailRow, "body" | "messageId">;

/** @returns 新しい順に {@link MAIL_LIST_SIZE} 通まで */
export async function readMails(context: UseCaseContext): Promise<Result<readonly MailHeading[], Refusal>> {
  const allowed = authorise(context, "mails.view", {});
  if (!allowed.ok) return allowed;
  const rows = await recentMails(context.database, MAIL_LIST_SIZE);
  await noteInAudit(context, "mails.view", { kind: "mails", id: "list", details: { shown: rows.length } });
  return ok(rows.map(({ body: _body, messageId: _messageId, ...heading }) => heading));
}

/** 一通を開く。 */
export async function readMail(context: UseCaseContext, id: string): Promise<Result<MailRow, Refusal>> {
  const allowed = authorise(context, "mails.view", {});
  if (!allowed.ok) return allowed;
  const mail = await findMail(context.database, id);
  if (mail === undefined) return refuse({ kind: "notFound" });
  await noteInAudit(context, "mails.view", { kind: "mail", id: mail.id });
  return ok(mail);
}
