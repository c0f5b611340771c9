import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseCivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import { guarded } from "#app/http/guard.server.ts";
import { DateInput } from "#app/ui/primitives/DateInput.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { ruledAssignee } from "#app/usecases/review/assign-rules.server.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { acceptanceDateMessages } from "./acceptance-date.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import { commandInput, finishCommand, openCommandPage, typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "受理 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.accept", async (guard) => {
  const { subject, obstacle, status, record } = await openCommandPage(guard, "accept");
  const filedAt = record.application.filedAt;
  const page = {
    subject,
    obstacle,
    filedOn: filedAt === null ? null : formatJapaneseDate(tokyoDay(filedAt)),
    ruled: await ruledAssignee(guard.useCase, record.application),
    today: formatJapaneseDate(tokyoDay(guard.useCase.clock.now())),
  };
  return data(page, { status });
});

export const action = guarded("staff", "review.accept", async (guard) => {
  const form = await submittedForm(guard.request);
  const acceptedOn = typedText(form, "acceptedOn");
  const invalid = (message: string) => data({ acceptedOn, message }, { status: 422 });
  const date = parseCivilDate(acceptedOn);
  if (!date.ok) return invalid(acceptanceDateMessages[date.error]);
  const result = await acceptApplication(guard.useCase, {
    ...commandInput(guard, form),
    acceptedOn: date.value,
  });
  if (!result.ok && result.error.kind === "invalid")
    return invalid(result.error.errors["acceptedOn"]?.[0] ?? acceptanceDateMessages.format);
  if (!result.ok && result.error.kind === "workflow" && result.error.refusal.kind === "acceptedBeforeFiling")
    return invalid(refusalMessage(result.error.refusal));
  return finishCommand(guard, result, "accepted");
});

export default function Accept() {
  const { subject, obstacle, filedOn, today, ruled } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const errors = failed === undefined ? [] : [failed.message];
  return (
    <CommandFrame
      subject={subject}
      title="受理"
      obstacle={obstacle}
      lead="申請を受理すると、申請者にメールで知らせ、標準処理期間を数え始めます。"
    >
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "acceptedOn" }))} />
      {ruled !== null && (
        <p className="mb-6">
          担当は、局の決まり（{ruled.reason}）により、{ruled.name}さんになります。
        </p>
      )}
      <VersionedForm subject={subject} button="受理する">
        <DateInput
          id="acceptedOn"
          name="acceptedOn"
          label="受理日"
          required
          help={filedOn === null ? undefined : `申請日（${filedOn}）から今日までの日にできます。`}
          defaultValue={failed?.acceptedOn ?? today}
          errors={errors}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
