/** 求めと回答の知らせ。計画の内容も質問も回答の文も、メールには出さない。 */
import type { Consultation, ConsultationKind } from "#app/domain/consultation/consultation.ts";
import { officeStaff } from "#db/queries/accounts.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import type { UseCaseContext } from "../context.ts";
import { mailJobs, staffRecipients } from "../notifications/plan-mails.server.ts";

type Place = Pick<ApplicationRow, "id" | "companyName" | "receiptNumber">;

/** 求めた局の職員へ。同意の求めは、答える決裁者にも知らせる。 */
export async function askedMails(
  context: UseCaseContext,
  application: Place,
  asked: { readonly id: string; readonly kind: ConsultationKind; readonly officeCode: string },
  askingOfficeName: string,
): Promise<readonly OutboxDraft[]> {
  const roles = asked.kind === "consent" ? ["reviewer", "officeManager"] : ["reviewer"];
  const staff = await Promise.all(roles.map((role) => officeStaff(context.database, asked.officeCode, role)));
  return mailJobs({
    template: "consultationAsked",
    to: "office",
    recipients: staffRecipients(context, staff.flat(), "consultationAsked"),
    applicationId: application.id,
    occasion: asked.id,
    facts: {
      companyName: application.companyName,
      officeName: askingOfficeName,
      receiptNumber: application.receiptNumber ?? "",
      url: `${context.origin}/review/applications/${application.id}/consultations/${asked.id}`,
    },
  });
}

/** 求めた人へ。いまの局の人でなくなっていれば、いまの局の審査担当へ。 */
export async function answeredMails(
  context: UseCaseContext,
  application: Place & Pick<ApplicationRow, "officeCode">,
  { id, office, askedById }: Consultation,
): Promise<readonly OutboxDraft[]> {
  const code = application.officeCode ?? "";
  const [reviewers, managers] = await Promise.all([
    officeStaff(context.database, code, "reviewer"),
    officeStaff(context.database, code, "officeManager"),
  ]);
  const asker = [...reviewers, ...managers].find((account) => account.id === askedById);
  return mailJobs({
    template: "consultationAnswered",
    to: "office",
    recipients: staffRecipients(context, asker === undefined ? reviewers : [asker], "consultationAnswered"),
    applicationId: application.id,
    occasion: id,
    facts: {
      companyName: application.companyName,
      officeName: office.name,
      receiptNumber: application.receiptNumber ?? "",
      url: `${context.origin}/review/applications/${application.id}`,
    },
  });
}
