/** 凍結した提出から、紙に書く値を作る。提出が同じなら、いつ作っても同じ値になる。 */
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { expectedCertification } from "#app/domain/plan/certification-forecast.ts";
import { spokenReceiptNumber } from "#app/domain/plan/receipt-number.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import { findApplication, type SubmissionRow } from "#db/queries/applications.ts";
import { submissionAttachmentsOf } from "#db/queries/attachments.ts";
import type { UseCaseContext } from "../context.ts";
import { baseSubmission } from "../plans/change-base.server.ts";
import { formChange } from "./form-change.ts";
import { formCover, typedWord } from "./form-cover.ts";
import type { PaperKind } from "./paper.ts";

export async function filedPaperValues(
  context: UseCaseContext,
  submission: SubmissionRow,
  kind: PaperKind,
): Promise<Readonly<Record<string, unknown>>> {
  return kind === "applicationForm" ? formValues(context, submission) : receiptValues(context, submission);
}

async function formValues(
  context: UseCaseContext,
  submission: SubmissionRow,
): Promise<Readonly<Record<string, unknown>>> {
  const { answers, document, routing, filedAt, receiptNumber } = submission;
  const application = await findApplication(context.database, submission.applicationId);
  const base = application === undefined ? null : await baseSubmission(context, application);
  return {
    document,
    change: formChange(answers, document, base?.document ?? null),
    cover: formCover(answers, routing.addressee, tokyoDay(filedAt)),
    posting: null,
    watermark: null,
    receiptNumber,
  };
}

async function receiptValues(
  context: UseCaseContext,
  submission: SubmissionRow,
): Promise<Readonly<Record<string, unknown>>> {
  const { routing, receiptNumber, answers, document } = submission;
  const company = answers["company"] ?? {};
  const rows = await submissionAttachmentsOf(context.database, submission.applicationId, submission.sequence);
  return {
    receiptNumber,
    spokenNumber: spokenReceiptNumber(receiptNumber),
    filedAt: submission.filedAt,
    filedBy: submission.filedByName,
    sequence: submission.sequence,
    company: { name: typedWord(company["name"]), representative: typedWord(company["representative"]) },
    office: routing.office.name,
    addressee: routing.addressee,
    processing: processingLabel(routing.processing),
    expectedOn: expectedDay(context, submission),
    sections: document.sections.map(({ number, title }) => ({ number, title })),
    attachments: rows.map(({ kindName, fileName, size, sha256 }) => ({ kindName, fileName, size, sha256 })),
  };
}

/** 申請した日に受理され、差戻しがないときの、標準処理期間の終わりの日。休日は提出の版の表で数える。 */
export const expectedDay = (context: UseCaseContext, submission: SubmissionRow) =>
  expectedCertification(
    context.rulebooks.edition(submission.editionId).rulebook,
    submission.routing.processing,
    tokyoDay(submission.filedAt),
  );
