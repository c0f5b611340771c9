import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { sendBackProposal } from "#app/usecases/review/send-back-proposal.server.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { ProposalSummary } from "./ProposalSummary.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import { groundErrors } from "./proposal-form.ts";
import {
  commandInput,
  conflictMessage,
  finishCommand,
  openCommandPage,
  typedText,
} from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "起案の差戻し | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.sendBack", async (guard) => {
  const { subject, obstacle, status, record } = await openCommandPage(guard, "sendBack");
  return data({ subject, obstacle, proposal: record.application.proposal }, { status });
});

export const action = guarded("staff", "review.sendBack", async (guard) => {
  const form = await submittedForm(guard.request);
  const reason = typedText(form, "reason");
  const errors = groundErrors(reason, "起案を差し戻す理由");
  if (errors.length > 0) return data({ reason, errors, conflict: null }, { status: 422 });
  const result = await sendBackProposal(guard.useCase, {
    ...commandInput(guard, form),
    reason: reason.trim(),
  });
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null
    ? finishCommand(guard, result, "sentBack")
    : data({ reason, errors, conflict }, { status: 409 });
});

export default function SendBack() {
  const { subject, obstacle, proposal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: readonly string[] = answer?.errors ?? [];
  return (
    <CommandFrame
      subject={subject}
      title="起案の差戻し"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={[answer?.reason ?? ""]}
      lead="起案を取り消し、審査担当に見直してもらいます。申請者には知らせません。"
    >
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "reason" }))} />
      {proposal !== null && <ProposalSummary proposal={proposal} />}
      <VersionedForm subject={subject} button="起案を差し戻す">
        <Textarea
          id="reason"
          name="reason"
          label="理由"
          required
          rows={5}
          defaultValue={answer?.reason ?? ""}
          errors={errors}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
