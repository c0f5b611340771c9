/** 遷移の効果から、送るメールを一人一通の仕事にする。宛先と、そのつど送るかは、遷移の時点で決める。 */
import { type MailFacts, mailText } from "#app/domain/notification/mail-templates.ts";
import { readChoices, timingOf } from "#app/domain/notification/notice-kinds.ts";
import type { Effect, MailTemplateName } from "#app/domain/workflow/effects.ts";
import { type AccountRow, officeStaff } from "#db/queries/accounts.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { noticeChoicesOf, staffNoticeChoices } from "#db/queries/notice-choices.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import type { UseCaseContext } from "../context.ts";
import { mailJobDraft } from "./mail-job.ts";

type Recipient = { readonly name: string; readonly address: string };

const oncePerAddress = (recipients: readonly Recipient[]): readonly Recipient[] => [
  ...new Map(recipients.map((recipient) => [recipient.address, recipient])).values(),
];

/** その職員のうち、その文面をそのつど受ける人。 */
export function staffRecipients(
  { database }: UseCaseContext,
  staff: readonly AccountRow[],
  template: MailTemplateName,
): readonly Recipient[] {
  const stored = staffNoticeChoices(
    database,
    staff.map(({ id }) => id),
  );
  return staff.flatMap(({ id, displayName, email }) => {
    const choices = readChoices("staff", stored.get(id)?.choices ?? {});
    return email === null || timingOf("staff", choices, template) !== "immediate"
      ? []
      : [{ name: displayName, address: email }];
  });
}

/** 申請者の連絡先。会社がその文面をそのつど受けないときは空。 */
export function applicantRecipients(
  { database }: UseCaseContext,
  companyKey: string,
  contact: Recipient,
  template: MailTemplateName,
): readonly Recipient[] {
  const stored = noticeChoicesOf(database, "company", companyKey);
  const timing = timingOf("company", readChoices("company", stored?.choices ?? {}), template);
  return contact.address !== "" && timing === "immediate" ? [contact] : [];
}

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
  const { application, contact } = input;
  const staff =
    application.officeCode === null
      ? []
      : await officeStaff(context.database, application.officeCode, "reviewer");
  const recipientsOf = {
    applicant: (template: MailTemplateName) =>
      applicantRecipients(context, application.companyKey, contact, template),
    office: (template: MailTemplateName) => staffRecipients(context, staff, template),
  };
  const urls = {
    applicant: `${context.origin}/c/${application.companyKey}/applications/${application.id}`,
    office: `${context.origin}/review/applications/${application.id}`,
  };
  const planned = effects.flatMap((effect) =>
    effect.kind === "mail"
      ? [{ template: effect.template, to: effect.to, recipients: recipientsOf[effect.to](effect.template) }]
      : [],
  );
  return ({ receiptNumber }) =>
    planned.flatMap((mail) =>
      mailJobs({
        ...mail,
        applicationId: application.id,
        occasion: input.occasion ?? String(application.version + 1),
        facts: { ...input.facts, receiptNumber, url: urls[mail.to] },
      }),
    );
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
    const { applicationId, template, occasion, to } = input;
    const text = mailText(template, { ...input.facts, toName: name, to });
    return mailJobDraft(`${applicationId}:${occasion}:${template}:${address}`, {
      applicationId,
      side: to,
      template,
      toName: name,
      toAddress: address,
      ...text,
    });
  });
