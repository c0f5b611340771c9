import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { previewNotice } from "#app/usecases/review/preview-notice.server.ts";
import { checklistOf } from "#app/usecases/review/checklist.server.ts";
import { ChecklistWarning } from "./ChecklistPanel.tsx";
import { CommandFrame } from "./CommandFrame.tsx";
import { NoticeObstacle, returnRemedy } from "./NoticeObstacle.tsx";
import { UnconfirmedFacts } from "./UnconfirmedFacts.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import { parseProposal, proposalOutcomes } from "./proposal-form.ts";
import {
  commandInput,
  conflictMessage,
  finishCommand,
  openCommandPage,
  typedText,
} from "./command-page.server.ts";
import { missingConsentText } from "./consultation-view.server.ts";
import { unconfirmedFacts } from "./company-facts-view.server.ts";
import { noticeObstacles, variantNotes } from "./notice-preview-view.server.ts";
import { progressView } from "./checklist-view.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "起案 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.propose", async (guard) => {
  const { subject, obstacle, status, record } = await openCommandPage(guard, "propose");
  const preview = await previewNotice(
    guard.useCase,
    guard.tools.pdf,
    record.application.id,
    "review.propose",
  );
  if (!preview.ok) throw refusalResponse(preview.error);
  const checks = progressView(await checklistOf(guard.useCase, record.application));
  const obstacles = noticeObstacles(preview.value);
  const variants = variantNotes(preview.value);
  const unconfirmed = await unconfirmedFacts(guard.useCase, record);
  const { proposal } = record.application;
  const missing = missingConsentText(record);
  return data({ subject, obstacle, proposal, obstacles, variants, unconfirmed, checks, missing }, { status });
});

export const action = guarded("staff", "review.propose", async (guard) => {
  const form = await submittedForm(guard.request);
  const typed = { outcome: typedText(form, "outcome"), ground: typedText(form, "ground") };
  const proposal = parseProposal(typed);
  if (!proposal.ok) return data({ typed, errors: proposal.error, conflict: null }, { status: 422 });
  const result = await proposeDecision(guard.useCase, { ...commandInput(guard, form), ...proposal.value });
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null
    ? finishCommand(guard, result, "proposed")
    : data({ typed, errors: {}, conflict }, { status: 409 });
});

export default function Propose() {
  const { subject, obstacle, proposal, obstacles, variants, unconfirmed, checks, missing } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.typed ?? { outcome: proposal?.outcome ?? "", ground: proposal?.ground ?? "" };
  const errors: Readonly<Record<string, readonly string[]>> = answer?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title="起案"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={[answer?.typed.ground ?? ""]}
      lead="審査の結果の案を決裁者に出します。決裁は、起案した人とは別の決裁者が行います。"
    >
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <ChecklistWarning id={subject.id} progress={checks} />
      {missing !== null && <InlineHint tone="warning">{missing}</InlineHint>}
      <UnconfirmedFacts lines={unconfirmed} />
      <NoticeObstacle
        title="認定通知書を作れないため、認定できません"
        remedies={[returnRemedy(subject.id)]}
        {...obstacles}
      />
      {variants.map((line) => (
        <InlineHint key={line} tone="warning">
          {line}
        </InlineHint>
      ))}
      <VersionedForm subject={subject} button="起案する">
        <Radios
          id="outcome"
          name="outcome"
          label="案"
          required
          options={proposalOutcomes}
          defaultValue={values.outcome}
          errors={errors["outcome"]}
        />
        <Textarea
          id="ground"
          name="ground"
          label="理由"
          help="不認定のときは必ず書いてください。不認定の理由は、申請者にそのまま示されます。"
          rows={6}
          defaultValue={values.ground}
          errors={errors["ground"]}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
