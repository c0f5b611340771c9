/** 投資計画の確認の一歩ずつ。どれも本物の use case を呼び、断られたらその理由で試験を止める。 */
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { attachEvidence } from "#app/usecases/confirmations/attach-evidence.server.ts";
import { confirmInvestment } from "#app/usecases/confirmations/confirm-investment.server.ts";
import { fileConfirmation } from "#app/usecases/confirmations/file-confirmation.server.ts";
import type { OwnConfirmation } from "#app/usecases/confirmations/load-confirmation.server.ts";
import { openConfirmation } from "#app/usecases/confirmations/open-confirmation.server.ts";
import { proposeConfirmation } from "#app/usecases/confirmations/propose-confirmation.server.ts";
import { saveConfirmation } from "#app/usecases/confirmations/save-confirmation.server.ts";
import { startConfirmation } from "#app/usecases/confirmations/start-confirmation.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { findConfirmation } from "#db/queries/confirmations.ts";
import { investmentAnswers } from "#test/domain/confirmation/investment-answers.ts";
import { inPieces, pdfFile } from "./attachment-files.ts";
import { logIn } from "./people.ts";
import type { TestServices } from "./portal-services.ts";
import { companyKeyOf, expectOk } from "./procedure.ts";

let intents = 0;

/** 類型ごとの、事前確認書の種類。 */
const adviserCheck = (type: ConfirmationType): string => `adviser-check-${type.toLowerCase()}`;

export async function startInvestment(
  applicant: UseCaseContext,
  type: ConfirmationType = "B",
): Promise<OwnConfirmation> {
  const companyKey = companyKeyOf(applicant);
  const intentKey = `start-confirmation-${(intents += 1)}`;
  const { confirmationId } = expectOk(await startConfirmation(applicant, { companyKey, type, intentKey }));
  return { companyKey, confirmationId };
}

/** いまの版。 */
export async function versionOf(context: UseCaseContext, confirmationId: string): Promise<number> {
  const row = await findConfirmation(context.database, confirmationId);
  if (row === undefined) throw new Error(`確認の申請 ${confirmationId} がありません。`);
  return row.version;
}

/** いまの版を読んで、下書きの全部を保存する。 */
export async function writeInvestment(
  applicant: UseCaseContext,
  own: OwnConfirmation,
  answers: RawAnswers,
): Promise<void> {
  const version = await versionOf(applicant, own.confirmationId);
  expectOk(await saveConfirmation(applicant, { ...own, version, answers }));
}

/** 事前確認書を添付する。 */
export const attachCheck = async (
  portal: TestServices,
  applicant: UseCaseContext,
  own: OwnConfirmation,
  type: ConfirmationType = "B",
): Promise<string> =>
  expectOk(
    await attachEvidence(applicant, portal.services, {
      ...own,
      kind: adviserCheck(type),
      fileName: "事前確認書.pdf",
      bytes: inPieces(pdfFile()),
    }),
  ).attachmentId;

/** 要件を満たす投資計画を書き、事前確認書を添えて申請する。 */
export async function fileInvestment(
  portal: TestServices,
  applicant: UseCaseContext,
  type: ConfirmationType = "B",
  changes: RawAnswers = {},
): Promise<OwnConfirmation & { readonly receiptNumber: string }> {
  const own = await startInvestment(applicant, type);
  await writeInvestment(applicant, own, investmentAnswers(type, changes));
  await attachCheck(portal, applicant, own, type);
  const version = await versionOf(applicant, own.confirmationId);
  const { receiptNumber } = expectOk(await fileConfirmation(applicant, { ...own, version }));
  return { ...own, receiptNumber };
}

/** 東北経済産業局の審査担当が起案し、決裁者が確認する。 */
export async function confirmFiled(
  portal: TestServices,
  { confirmationId }: Pick<OwnConfirmation, "confirmationId">,
): Promise<void> {
  const reviewer = await logIn(portal, "tohoku-reviewer");
  const manager = await logIn(portal, "tohoku-manager");
  expectOk(
    await proposeConfirmation(reviewer, {
      confirmationId,
      version: await versionOf(reviewer, confirmationId),
      outcome: "confirm",
      ground: "",
    }),
  );
  const version = await versionOf(manager, confirmationId);
  expectOk(await confirmInvestment(manager, portal.services.pdf, { confirmationId, version }));
}

/** 確認を受けた投資計画。 */
export async function confirmedInvestment(
  portal: TestServices,
  type: ConfirmationType = "B",
  loginId = "takahashi@aoba.example.jp",
): Promise<OwnConfirmation & { readonly applicant: UseCaseContext; readonly number: string }> {
  const applicant = await logIn(portal, loginId);
  const { companyKey, confirmationId } = await fileInvestment(portal, applicant, type);
  await confirmFiled(portal, { confirmationId });
  const { letter } = expectOk(await openConfirmation(applicant, { companyKey, confirmationId }));
  if (letter === undefined) throw new Error("確認書がありません。");
  return { companyKey, confirmationId, applicant, number: letter.number };
}
