import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { previewNotice } from "#app/usecases/review/preview-notice.server.ts";
import { checklistOf } from "#app/usecases/review/checklist.server.ts";
import { ChecklistWarning } from "./ChecklistPanel.tsx";
import { CommandFrame } from "./CommandFrame.tsx";
import { NoticeObstacle, returnRemedy } from "./NoticeObstacle.tsx";
import { NoticePreview } from "./NoticePreview.tsx";
import { ProposalSummary } from "./ProposalSummary.tsx";
import { UnconfirmedFacts } from "./UnconfirmedFacts.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import {
  commandInput,
  conflictMessage,
  finishCommand,
  openCommandPage,
  typedText,
} from "./command-page.server.ts";
import { unconfirmedFacts } from "./company-facts-view.server.ts";
import { noticePreviewView } from "./notice-preview-view.server.ts";
import { progressView } from "./checklist-view.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

/** 同意のそろわない理由の文字数の上限。 */
const LONGEST = 1000;

export const handle = { scripts: false };
export const meta = () => [{ title: "認定 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.certify", async (guard) => {
  const { subject, obstacle, status, record } = await openCommandPage(guard, "certify");
  const preview = await previewNotice(
    guard.useCase,
    guard.tools.pdf,
    record.application.id,
    "review.certify",
  );
  if (!preview.ok) throw refusalResponse(preview.error);
  // 同意がそろわないときは、理由を書けば認定できる。
  const missing = record.obstacles.certify?.kind === "consentMissing" ? obstacle : null;
  const checks = progressView(await checklistOf(guard.useCase, record.application));
  return data(
    {
      subject,
      obstacle: missing === null ? obstacle : null,
      missing,
      proposal: record.application.proposal,
      checks,
      unconfirmed: await unconfirmedFacts(guard.useCase, record),
      ...noticePreviewView(preview.value),
    },
    { status: missing === null ? status : 200 },
  );
});

export const action = guarded("staff", "review.certify", async (guard) => {
  const form = await submittedForm(guard.request);
  const withoutConsent = typedText(form, "withoutConsent");
  const failed = (status: 409 | 422, conflict: string | null, errors: readonly string[] = []) =>
    data({ conflict, errors, withoutConsent }, { status });
  if (Array.from(withoutConsent).length > LONGEST)
    return failed(422, null, [`理由は${LONGEST}文字までで書いてください。`]);
  const input = { ...commandInput(guard, form), withoutConsent };
  const result = await certifyPlan(guard.useCase, guard.tools.pdf, input);
  // 足りない値と刷れない文字は、開き直した画面が名前を挙げて示す。
  if (!result.ok && (result.error.kind === "noticeIncomplete" || result.error.kind === "noticeUnprintable"))
    return failed(422, null);
  if (!result.ok && result.error.kind === "workflow" && result.error.refusal.kind === "consentMissing")
    return failed(422, null, ["同意がそろわないまま認定する理由を書いてください。"]);
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null ? finishCommand(guard, result, "certified") : failed(409, conflict);
});

export default function Certify() {
  const { subject, obstacle, missing, proposal, unconfirmed, checks, notice, obstacles, doubt, variants } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? [];
  return (
    <CommandFrame
      subject={subject}
      title="認定"
      obstacle={obstacle}
      conflict={sent?.conflict}
      lead="下の認定通知書を確かめてから認定してください。認定すると番号が決まり、通知書が作られ、申請者にメールで知らせます。決めた後は取り消せません。"
    >
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "withoutConsent" }))} />
      {proposal !== null && <ProposalSummary proposal={proposal} />}
      <ChecklistWarning id={subject.id} progress={checks} />
      <UnconfirmedFacts lines={unconfirmed} />
      <NoticeObstacle
        title="認定通知書を作れないため、認定できません"
        remedies={[returnRemedy(subject.id)]}
        {...obstacles}
      />
      {notice !== null && (
        <>
          <NoticePreview
            notice={notice}
            words={{ title: "認定通知書", issuedOn: "認定日" }}
            doubt={doubt}
            variants={variants}
          />
          <VersionedForm subject={subject} button="認定する">
            {missing !== null && (
              <>
                <InlineHint tone="warning">{missing}</InlineHint>
                <Textarea
                  id="withoutConsent"
                  name="withoutConsent"
                  label="同意がそろわないまま認定する理由"
                  help="記録に残り、同意を求めた局も読みます。申請者には見えません。"
                  required
                  rows={4}
                  maxCharacters={LONGEST}
                  defaultValue={sent?.withoutConsent ?? ""}
                  errors={errors}
                />
              </>
            )}
          </VersionedForm>
        </>
      )}
    </CommandFrame>
  );
}
