/** 起案のとおりに、投資計画を確認する、又は確認しないことを決める。 */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmationRefusalMessage } from "#app/domain/confirmation/refusals.ts";
import { guarded } from "#app/http/guard.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { confirmInvestment } from "#app/usecases/confirmations/confirm-investment.server.ts";
import { declineInvestment } from "#app/usecases/confirmations/decline-investment.server.ts";
import { submittedForm } from "../submitted-form.server.ts";
import { ConfirmationFrame } from "./ConfirmationFrame.tsx";
import { finishMove, moveInput, openSubject, subjectOf, typedWord } from "./confirmation-command.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "投資計画の確認の決裁 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "confirmation.confirm", async (guard) => {
  const opened = await openSubject(guard);
  const { proposal } = opened.confirmation;
  return {
    subject: subjectOf(opened),
    obstacle: opened.decisionObstacle === null ? null : confirmationRefusalMessage(opened.decisionObstacle),
    deputy: opened.deputy,
    proposal:
      proposal === null
        ? null
        : { outcome: proposal.outcome, ground: proposal.ground, by: proposal.proposedByName },
  };
});

export const action = guarded("staff", "confirmation.confirm", async (guard) => {
  const form = await submittedForm(guard.request);
  const input = moveInput(guard, form);
  const declines = typedWord(form, "command") === "decline";
  const moved = declines
    ? await declineInvestment(guard.useCase, input)
    : await confirmInvestment(guard.useCase, guard.tools.pdf, input);
  const { message, status } = finishMove(guard, moved, declines ? "declined" : "confirmed");
  return data({ message }, { status });
});

export default function DecideConfirmation() {
  const { subject, obstacle, deputy, proposal } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const declines = proposal?.outcome === "decline";
  return (
    <>
      {sent !== undefined && (
        <ErrorSummary errors={[{ message: sent.message }]} title="決められませんでした" />
      )}
      <ConfirmationFrame
        subject={subject}
        title="決裁"
        lead={
          declines
            ? "決めると、理由とともに申請者に知らせます。取り消すことはできません。"
            : "決めると、確認書の番号が付き、確認書ができて、申請者に知らせます。取り消すことはできません。"
        }
        obstacle={obstacle}
        buttons={[
          declines
            ? { value: "decline", label: "確認しないことを決める", variant: "danger" }
            : { value: "confirm", label: "確認する" },
        ]}
      >
        {deputy !== null && <InlineHint>{deputy}さんの代決として決めます。</InlineHint>}
        {proposal !== null && (
          <SummaryList
            rows={[
              { key: "outcome", label: "起案", value: declines ? "確認しない" : "確認する" },
              { key: "by", label: "起案した人", value: proposal.by },
              { key: "ground", label: "理由", value: proposal.ground || "（なし）" },
            ]}
          />
        )}
      </ConfirmationFrame>
    </>
  );
}
