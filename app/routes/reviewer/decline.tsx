import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { declinePlan } from "#app/usecases/review/decline-plan.server.ts";
import { previewNotice } from "#app/usecases/review/preview-notice.server.ts";
import { checklistOf } from "#app/usecases/review/checklist.server.ts";
import { ChecklistWarning } from "./ChecklistPanel.tsx";
import { CommandFrame } from "./CommandFrame.tsx";
import { NoticeObstacle, returnRemedy } from "./NoticeObstacle.tsx";
import { NoticePreview } from "./NoticePreview.tsx";
import { ProposalSummary } from "./ProposalSummary.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import { commandInput, conflictMessage, finishCommand, openCommandPage } from "./command-page.server.ts";
import { progressView } from "./checklist-view.server.ts";
import { noticePreviewView } from "./notice-preview-view.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "不認定 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.decline", async (guard) => {
  const { subject, obstacle, status, record } = await openCommandPage(guard, "decline");
  const preview = await previewNotice(
    guard.useCase,
    guard.tools.pdf,
    record.application.id,
    "review.decline",
  );
  if (!preview.ok) throw refusalResponse(preview.error);
  const checks = progressView(await checklistOf(guard.useCase, record.application));
  return data(
    { subject, obstacle, proposal: record.application.proposal, checks, ...noticePreviewView(preview.value) },
    { status },
  );
});

export const action = guarded("staff", "review.decline", async (guard) => {
  const input = commandInput(guard, await submittedForm(guard.request));
  const result = await declinePlan(guard.useCase, guard.tools.pdf, input);
  // 足りない値と刷れない文字は、開き直した画面が名前を挙げて示す。
  if (!result.ok && (result.error.kind === "noticeIncomplete" || result.error.kind === "noticeUnprintable"))
    return data({ conflict: null }, { status: 422 });
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null ? finishCommand(guard, result, "declined") : data({ conflict }, { status: 409 });
});

export default function Decline() {
  const { subject, obstacle, proposal, checks, notice, obstacles, doubt, variants } =
    useLoaderData<typeof loader>();
  return (
    <CommandFrame
      subject={subject}
      title="不認定"
      obstacle={obstacle}
      conflict={useActionData<typeof action>()?.conflict}
      lead="下の不認定通知書を確かめてから決めてください。決めると番号が決まり、理由と不服の申立て方を記した通知書が作られ、申請者にメールで知らせます。決めた後は取り消せません。"
    >
      {proposal !== null && <ProposalSummary proposal={proposal} />}
      <ChecklistWarning id={subject.id} progress={checks} />
      <NoticeObstacle
        title="不認定通知書を作れないため、不認定にできません"
        remedies={[
          {
            href: `/review/applications/${subject.id}/send-back`,
            label: "起案を戻して、理由を書き直してもらう",
          },
          returnRemedy(subject.id),
        ]}
        {...obstacles}
      />
      {notice !== null && (
        <>
          <NoticePreview
            notice={notice}
            words={{ title: "不認定通知書", issuedOn: "通知する日" }}
            doubt={doubt}
            variants={variants}
          />
          <VersionedForm subject={subject} button="不認定にする" variant="danger" />
        </>
      )}
    </CommandFrame>
  );
}
