/** 認定の取下げの届出を局の決裁者に、決定を会社のプライムの人に、メールで知らせる。 */
import { composeMail } from "#app/domain/notification/mail-text.ts";
import { accountsOfCompany, officeStaff } from "#db/queries/accounts.ts";
import type { PlanRow } from "#db/queries/plans.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import type { UseCaseContext } from "../context.ts";
import { mailJobDraft } from "../notifications/mail-job.ts";

type Reader = { readonly displayName: string; readonly email: string | null };

const mails = (
  readers: readonly Reader[],
  letter: {
    readonly key: string;
    readonly side: "applicant" | "office";
    readonly template: string;
    readonly subject: string;
    readonly lines: readonly string[];
  },
): readonly OutboxDraft[] =>
  readers.flatMap(({ displayName, email }) =>
    email === null
      ? []
      : [
          mailJobDraft(`${letter.key}:${email}`, {
            applicationId: null,
            side: letter.side,
            template: letter.template,
            toName: displayName,
            toAddress: email,
            ...composeMail(letter.subject, displayName, letter.lines),
          }),
        ],
  );

export async function surrenderFiledMails(
  { database, origin }: UseCaseContext,
  plan: PlanRow,
  requestId: string,
): Promise<readonly OutboxDraft[]> {
  if (plan.officeCode === null) return [];
  return mails(await officeStaff(database, plan.officeCode, "officeManager"), {
    key: `surrenderFiled:${requestId}`,
    side: "office",
    template: "surrenderFiled",
    subject: "認定の取下げの届出がありました",
    lines: [
      `認定番号 ${plan.number} の計画について、認定の取下げの届出がありました。`,
      "次の画面で内容を確かめてください。",
      `${origin}/review/plans/${plan.id}`,
    ],
  });
}

export const surrenderDecidedMails = (
  { database, origin }: UseCaseContext,
  plan: PlanRow,
  decided: { readonly requestId: string; readonly accepted: boolean },
): readonly OutboxDraft[] =>
  mails(
    accountsOfCompany(database, plan.companyKey).filter(
      ({ active, accountType }) => active && accountType === "prime",
    ),
    {
      key: `surrenderDecided:${decided.requestId}`,
      side: "applicant",
      template: "surrenderDecided",
      subject: "認定の取下げの届出の結果",
      lines: [
        decided.accepted
          ? `認定番号 ${plan.number} の認定は、届出により終わりました。`
          : `認定番号 ${plan.number} の取下げの届出は、認められませんでした。理由は次の画面で確かめられます。`,
        `${origin}/c/${plan.companyKey}/plans/${plan.id}`,
      ],
    },
  );
