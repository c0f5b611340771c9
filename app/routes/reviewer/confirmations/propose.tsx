/** 投資計画を確認するか、しないかを起案する。 */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { proposeConfirmation } from "#app/usecases/confirmations/propose-confirmation.server.ts";
import { submittedForm } from "../submitted-form.server.ts";
import { ConfirmationFrame } from "./ConfirmationFrame.tsx";
import { finishMove, moveInput, openSubject, subjectOf, typedWord } from "./confirmation-command.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "投資計画の確認の起案 | 経営力向上計画 電子申請ポータル" }];

const MAX_GROUND = 2_000;

export const loader = guarded("staff", "confirmation.propose", async (guard) => {
  const opened = await openSubject(guard);
  return {
    subject: subjectOf(opened),
    obstacle: opened.may.propose ? null : "この申請は、いまは起案できません。",
    before: opened.confirmation.proposal,
  };
});

export const action = guarded("staff", "confirmation.propose", async (guard) => {
  const form = await submittedForm(guard.request);
  const [outcome, ground] = [typedWord(form, "outcome"), typedWord(form, "ground")];
  const failed = (message: string, field: "outcome" | "ground", status: 409 | 422 = 422) =>
    data({ outcome, ground, message, field }, { status });
  if (outcome !== "confirm" && outcome !== "decline") return failed("どちらかを選んでください。", "outcome");
  const moved = await proposeConfirmation(guard.useCase, { ...moveInput(guard, form), outcome, ground });
  const { message, status } = finishMove(guard, moved, "proposed");
  return failed(message, "ground", status);
});

export default function ProposeConfirmation() {
  const { subject, obstacle, before } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errorsOf = (field: string) => (sent?.field === field ? [sent.message] : []);
  return (
    <>
      {sent !== undefined && <ErrorSummary errors={[{ message: sent.message, fieldId: sent.field }]} />}
      <ConfirmationFrame
        subject={subject}
        title="起案"
        lead="決裁は、起案した人とは別の決裁者が行います。前の起案があれば、新しい起案に替わります。"
        obstacle={obstacle}
        buttons={[{ value: "propose", label: "起案する" }]}
      >
        <Radios
          id="outcome"
          name="outcome"
          label="案"
          required
          options={[
            { value: "confirm", label: "確認する" },
            { value: "decline", label: "確認しない" },
          ]}
          defaultValue={sent?.outcome ?? before?.outcome ?? ""}
          errors={errorsOf("outcome")}
        />
        <Textarea
          id="ground"
          name="ground"
          label="理由"
          help="「確認しない」とするときは必ず書きます。決まれば申請者に見えます。"
          rows={5}
          maxCharacters={MAX_GROUND}
          defaultValue={sent?.ground ?? before?.ground ?? ""}
          errors={errorsOf("ground")}
        />
      </ConfirmationFrame>
    </>
  );
}
