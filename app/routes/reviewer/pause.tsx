import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pauseReasonOf, pauseReasons } from "#app/domain/workflow/pause-reasons.ts";
import { guarded } from "#app/http/guard.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { pauseReview } from "#app/usecases/review/pause-review.server.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import {
  commandInput,
  conflictMessage,
  finishCommand,
  openCommandPage,
  typedText,
} from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "審査の中断 | 経営力向上計画 電子申請ポータル" }];

const reasons = Object.entries(pauseReasons).map(([value, label]) => ({ value, label }));

export const loader = guarded("staff", "review.pause", async (guard) => {
  const { subject, obstacle, status } = await openCommandPage(guard, "pause");
  return data({ subject, obstacle }, { status });
});

type Errors = Readonly<Record<string, readonly string[]>>;

const none: Errors = {};

export const action = guarded("staff", "review.pause", async (guard) => {
  const form = await submittedForm(guard.request);
  const typed = { reason: typedText(form, "reason"), text: typedText(form, "text") };
  const invalid = (errors: Errors) => data({ typed, errors, conflict: null }, { status: 422 });
  const reason = pauseReasonOf(typed.reason);
  if (reason === null) return invalid({ reason: ["中断する理由を選んでください。"] });
  if (reason === "other" && typed.text.trim() === "")
    return invalid({ text: ["「そのほか」のときは、理由を書いてください。"] });
  const result = await pauseReview(guard.useCase, {
    ...commandInput(guard, form),
    reason,
    text: typed.text,
  });
  if (!result.ok && result.error.kind === "invalid") return invalid(result.error.errors);
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null
    ? finishCommand(guard, result, "paused")
    : data({ typed, errors: none, conflict }, { status: 409 });
});

export default function PausePage() {
  const { subject, obstacle } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Errors = answer?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title="審査の中断"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={[answer?.typed.text ?? ""]}
      lead="標準処理期間の数えを止めます。再開するか、差戻し・処分をすると終わります。申請者にメールで知らせ、選んだ理由は申請者の画面にも示します。"
    >
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <VersionedForm subject={subject} button="審査を中断する">
        <Radios
          id="reason"
          name="reason"
          label="中断する理由"
          required
          options={reasons}
          defaultValue={answer?.typed.reason}
          errors={errors["reason"]}
        />
        <Textarea
          id="text"
          name="text"
          label="理由の説明"
          help="申請者にも見えます。待っている書類の名前などを書いてください。「そのほか」のときは必ず書いてください。"
          rows={4}
          defaultValue={answer?.typed.text ?? ""}
          errors={errors["text"]}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
