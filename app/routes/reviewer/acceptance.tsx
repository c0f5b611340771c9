import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type CivilDate, parseCivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import { guarded } from "#app/http/guard.server.ts";
import { DateInput } from "#app/ui/primitives/DateInput.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { acceptedFiling, correctAcceptance } from "#app/usecases/review/correct-acceptance.server.ts";
import { acceptanceDateMessages } from "./acceptance-date.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import {
  commandInput,
  conflictMessage,
  finishCommand,
  openCommandPage,
  typedText,
} from "./command-page.server.ts";
import { groundErrors } from "./proposal-form.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "受理日の訂正 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.correctAcceptance", async (guard) => {
  const { subject, obstacle, status, record } = await openCommandPage(guard, "correctAcceptance");
  const { acceptedOn } = record.application;
  const page = {
    subject,
    obstacle,
    acceptedOn: acceptedOn === null ? "" : formatJapaneseDate(acceptedOn as CivilDate),
    filedOn: formatJapaneseDate(acceptedFiling(record.events, record.submission.filedAt)),
  };
  return data(page, { status });
});

type Errors = Readonly<Record<string, readonly string[]>>;

const none: Errors = {};

/** 受理日の欄に示す断り。 */
const ofTheDate: ReadonlySet<string> = new Set(["acceptedBeforeFiling", "sameAcceptance"]);

export const action = guarded("staff", "review.correctAcceptance", async (guard) => {
  const form = await submittedForm(guard.request);
  const typed = { acceptedOn: typedText(form, "acceptedOn"), reason: typedText(form, "reason") };
  const invalid = (errors: Errors) => data({ typed, errors, conflict: null }, { status: 422 });
  const date = parseCivilDate(typed.acceptedOn);
  const ground = groundErrors(typed.reason, "訂正する理由");
  if (!date.ok || ground.length > 0)
    return invalid({
      ...(date.ok ? {} : { acceptedOn: [acceptanceDateMessages[date.error]] }),
      ...(ground.length > 0 ? { reason: ground } : {}),
    });
  const result = await correctAcceptance(guard.useCase, {
    ...commandInput(guard, form),
    acceptedOn: date.value,
    reason: typed.reason,
  });
  if (!result.ok && result.error.kind === "invalid") return invalid(result.error.errors);
  if (!result.ok && result.error.kind === "workflow" && ofTheDate.has(result.error.refusal.kind))
    return invalid({ acceptedOn: [refusalMessage(result.error.refusal)] });
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null
    ? finishCommand(guard, result, "acceptanceCorrected")
    : data({ typed, errors: none, conflict }, { status: 409 });
});

export default function AcceptancePage() {
  const { subject, obstacle, acceptedOn, filedOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Errors = answer?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title="受理日の訂正"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={[answer?.typed.reason ?? ""]}
      lead={`いまの受理日は${acceptedOn}です。訂正すると、処理の目安の日も数え直します。訂正の前後の日付と理由は、経過に残ります。`}
    >
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <VersionedForm subject={subject} button="受理日を訂正する">
        <DateInput
          id="acceptedOn"
          name="acceptedOn"
          label="正しい受理日"
          required
          help={`申請日（${filedOn}）から今日までの日にできます。`}
          defaultValue={answer?.typed.acceptedOn ?? acceptedOn}
          errors={errors["acceptedOn"]}
        />
        <Textarea
          id="reason"
          name="reason"
          label="訂正する理由"
          required
          rows={4}
          defaultValue={answer?.typed.reason ?? ""}
          errors={errors["reason"]}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
