/** 投資計画の確認の申請を差し戻す。 */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { returnConfirmation } from "#app/usecases/confirmations/return-confirmation.server.ts";
import { commentFields } from "../../confirmation-view.server.ts";
import { submittedForm } from "../submitted-form.server.ts";
import { ConfirmationFrame } from "./ConfirmationFrame.tsx";
import { finishMove, moveInput, openSubject, subjectOf, typedWord } from "./confirmation-command.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "投資計画の確認の差戻し | 経営力向上計画 電子申請ポータル" }];

/** 一度に書ける指摘の数。 */
const COMMENTS = [0, 1, 2, 3, 4] as const;
const MAX_COMMENT = 2_000;

export const loader = guarded("staff", "confirmation.return", async (guard) => {
  const opened = await openSubject(guard);
  return {
    subject: subjectOf(opened),
    fields: commentFields(opened.confirmation.type),
    obstacle: opened.may.return ? null : "この申請は、いまは差し戻せません。",
  };
});

export const action = guarded("staff", "confirmation.return", async (guard) => {
  const form = await submittedForm(guard.request);
  const comments = COMMENTS.map((index) => ({
    field: typedWord(form, `field-${index}`),
    text: typedWord(form, `text-${index}`),
  }));
  const moved = await returnConfirmation(guard.useCase, { ...moveInput(guard, form), comments });
  const { message, status } = finishMove(guard, moved, "returned");
  return data({ comments, message }, { status });
});

export default function ReturnConfirmation() {
  const { subject, fields, obstacle } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const groups = [...new Set(fields.map(({ group }) => group ?? ""))].map((label) => ({
    label,
    options: fields.filter(({ group }) => group === label),
  }));
  return (
    <>
      {sent !== undefined && <ErrorSummary errors={[{ message: sent.message, fieldId: "text-0" }]} />}
      <ConfirmationFrame
        subject={subject}
        title="差戻し"
        lead="指摘は申請者に見えます。欄を選ばない指摘は、申請の全体についての指摘になります。"
        obstacle={obstacle}
        buttons={[{ value: "return", label: "差し戻す" }]}
      >
        {COMMENTS.map((index) => (
          <fieldset key={index} className="mb-6">
            <legend className="mb-2 text-std-17B-170">指摘 {index + 1}</legend>
            <Select
              id={`field-${index}`}
              name={`field-${index}`}
              label="欄"
              emptyLabel="申請の全体"
              options={groups}
              defaultValue={sent?.comments[index]?.field ?? ""}
              width="full"
            />
            <Textarea
              id={`text-${index}`}
              name={`text-${index}`}
              label="指摘の内容"
              rows={3}
              maxCharacters={MAX_COMMENT}
              defaultValue={sent?.comments[index]?.text ?? ""}
            />
          </fieldset>
        ))}
      </ConfirmationFrame>
    </>
  );
}
