/** 投資計画の確認のメールを、一人一通の仕事にする。 */
import { readChoices, timingOf } from "#app/domain/notification/notice-kinds.ts";
import {
  confirmationMailText,
  type ConfirmationMailName,
  planMailLike,
} from "#app/domain/notification/confirmation-mails.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { officeStaff } from "#db/queries/accounts.ts";
import type { ConfirmationRow } from "#db/queries/confirmations.ts";
import { staffNoticeChoices } from "#db/queries/notice-choices.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import type { UseCaseContext } from "../context.ts";
import { mailJobDraft } from "../notifications/mail-job.ts";
import { applicantRecipients } from "../notifications/plan-mails.server.ts";

export type ConfirmationMail = {
  readonly template: ConfirmationMailName;
  readonly to: "applicant" | "office";
};

/**
 * @param input.confirmation officeCode は送る先の局
 * @param input.answers 担当者の欄のある、いまの答え
 * @returns 受付番号が決まった後に呼ぶ、仕事の並びを作る関数
 */
export async function confirmationMails(
  context: UseCaseContext,
  mails: readonly ConfirmationMail[],
  input: {
    readonly confirmation: ConfirmationRow;
    readonly answers: RawAnswers;
    readonly officeCode: string;
    readonly officeName: string;
  },
): Promise<(receiptNumber: string) => readonly OutboxDraft[]> {
  const { confirmation, answers, officeName } = input;
  const { id, companyKey, companyName, version } = confirmation;
  const applicant = answers["applicant"] ?? {};
  const contact = { name: wordOf(applicant["contactName"]), address: wordOf(applicant["contactEmail"]) };
  const office = await officeRecipients(context, input.officeCode);
  const urls = {
    applicant: `${context.origin}/c/${companyKey}/confirmations/${id}`,
    office: `${context.origin}/review/confirmations/${id}`,
  };
  return (receiptNumber) =>
    mails.flatMap(({ template, to }) => {
      const like = planMailLike(template);
      const recipients = to === "office" ? office : applicantRecipients(context, companyKey, contact, like);
      return recipients.map(({ name, address }) =>
        mailJobDraft(`${id}:${version + 1}:${template}:${address}`, {
          applicationId: null,
          side: to,
          template,
          toName: name,
          toAddress: address,
          ...confirmationMailText(template, {
            companyName,
            officeName,
            receiptNumber,
            url: urls[to],
            toName: name,
          }),
        }),
      );
    });
}

/** 一日のまとめには載らないので、受け取らないとした人のほかには、そのつど送る。 */
async function officeRecipients(
  context: UseCaseContext,
  officeCode: string,
): Promise<readonly { readonly name: string; readonly address: string }[]> {
  const staff = await officeStaff(context.database, officeCode, "reviewer");
  const stored = staffNoticeChoices(
    context.database,
    staff.map(({ id }) => id),
  );
  const found = staff.flatMap(({ id, displayName, email }) => {
    const choices = readChoices("staff", stored.get(id)?.choices ?? {});
    return email === null || timingOf("staff", choices, "arrived") === "none"
      ? []
      : [{ name: displayName, address: email }];
  });
  return [...new Map(found.map((one) => [one.address, one])).values()];
}

const wordOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
