/** 担当を、局の同じ職員に替える画面。 */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDo } from "#app/domain/access/resolver.ts";
import { guarded } from "#app/http/guard.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { accessRecordOf } from "#app/usecases/authorise.server.ts";
import { colleaguesIn } from "#app/usecases/review/colleagues.server.ts";
import { reassignAction, reassignApplication } from "#app/usecases/review/reassign-application.server.ts";
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
export const meta = () => [{ title: "担当の変更 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.assign", async (guard) => {
  const { subject, obstacle, status, record } = await openCommandPage(guard, "reassign");
  const { application, assigneeName } = record;
  const action = reassignAction(guard.useCase, application);
  const allowed = mayDo(guard.actor, action, accessRecordOf(application)).allowed;
  const colleagues = await colleaguesIn(guard.useCase, application.officeCode ?? "");
  const page = {
    subject,
    obstacle: obstacle ?? (allowed ? null : "ほかの人の担当を替えられるのは、担当の人と決裁者だけです。"),
    assignee: assigneeName ?? "未定",
    options: colleagues
      .filter(({ id }) => id !== application.assigneeId)
      .map(({ id, label }) => ({ value: id, label })),
  };
  return data(page, { status });
});

export const action = guarded("staff", "review.assign", async (guard) => {
  const form = await submittedForm(guard.request);
  const typed = { assigneeId: typedText(form, "assigneeId"), reason: typedText(form, "reason") };
  const result = await reassignApplication(guard.useCase, { ...commandInput(guard, form), ...typed });
  if (!result.ok && result.error.kind === "invalid")
    return data({ typed, errors: result.error.errors, conflict: null }, { status: 422 });
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null
    ? finishCommand(guard, result, "reassigned")
    : data({ typed, errors: {}, conflict }, { status: 409 });
});

export default function Assign() {
  const { subject, obstacle, assignee, options } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = answer?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title="担当の変更"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={[answer?.typed.reason ?? ""]}
      lead={`いまの担当は「${assignee}」です。申請者には知らせません。`}
    >
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <VersionedForm subject={subject} button="担当を替える">
        <Select
          id="assigneeId"
          name="assigneeId"
          label="新しい担当"
          required
          options={options}
          defaultValue={answer?.typed.assigneeId}
          errors={errors["assigneeId"]}
        />
        <Textarea
          id="reason"
          name="reason"
          label="理由"
          required={false}
          rows={2}
          defaultValue={answer?.typed.reason}
          errors={errors["reason"]}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
