/** 遷移の効果から、送るメールを一人一通の仕事にする。宛先は遷移の時点で決める。 */
import { type MailFacts, mailText } from "#app/domain/notification/mail-templates.ts";
import type { Effect, MailTemplateName } from "#app/domain/workflow/effects.ts";
import { officeStaff } from "#db/queries/accounts.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import type { UseCaseContext } from "../context.ts";

export type MailJob = {
  readonly applicationId: string;
  readonly template: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly body: string;
};

export type Recipient = { readonly name: string; readonly address: string };

const oncePerAddress = (recipients: readonly Recipient[]): readonly Recipient[] => [
  ...new Map(recipients.map((recipient) => [recipient.address, recipient])).values(),
];

/**
 * @param input.contact 申請者の連絡先（提出した計画の担当者）
 * @returns 受付番号が決まった後に呼ぶ、仕事の並びを作る関数
 */
export async function plannedMails(
  context: UseCaseContext,
  effects: readonly Effect[],
  input: {
    readonly application: ApplicationRow;
    readonly contact: Recipient;
    readonly facts: { readonly companyName: string; readonly officeName: string };
    /** 同じ申請に同じ文面を二度送る折。省けば申請の次の版。 */
    readonly occasion?: string;
  },
): Promise<(numbers: { readonly receiptNumber: string }) => readonly OutboxDraft[]> {
  const { application } = input;
  const staff =
    application.officeCode === null
      ? []
      : await officeStaff(context.database, application.officeCode, "reviewer");
  const recipients = {
    applicant: input.contact.address === "" ? [] : [input.contact],
    office: staff.flatMap((account) =>
      account.email === null ? [] : [{ name: account.displayName, address: account.email }],
    ),
  };
  const urls = {
    applicant: `${context.origin}/c/${application.companyKey}/applications/${application.id}`,
    office: `${context.origin}/review/applications/${application.id}`,
  };
  return ({ receiptNumber }) =>
    effects.flatMap((effect) => {
      if (effect.kind !== "mail") return [];
      return mailJobs({
        template: effect.template,
        to: effect.to,
        recipients: recipients[effect.to],
        applicationId: application.id,
        occasion: input.occasion ?? String(application.version + 1),
        facts: { ...input.facts, receiptNumber, url: urls[effect.to] },
      });
    });
}

/**
 * 一つの文面を、宛先ごとに一通の仕事にする。同じ宛先には一通だけ。
 *
 * @param input.occasion 同じ申請に同じ文面を送る折。仕事の鍵になる
 */
export const mailJobs = (input: {
  readonly template: MailTemplateName;
  readonly to: MailFacts["to"];
  readonly recipients: readonly Recipient[];
  readonly applicationId: string;
  readonly occasion: string;
  readonly facts: Omit<MailFacts, "toName" | "to">;
}): readonly OutboxDraft[] =>
  oncePerAddress(input.recipients).map(({ name, address }) => {
    const { applicationId, template, occasion } = input;
    const text = mailText(template, { ...input.facts, toName: name, to: input.to });
    const job: MailJob = { applicationId, template, toName: name, toAddress: address, ...text };
    return { topic: "mail", key: `${applicationId}:${occasion}:${template}:${address}`, payload: job };
  });
