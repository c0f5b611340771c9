import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { transferApplication } from "#app/usecases/review/transfer-application.server.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import {
  commandInput,
  conflictMessage,
  finishCommand,
  openCommandPage,
  typedText,
} from "./command-page.server.ts";
import { officeGroups } from "./office-groups.ts";
import { groundErrors } from "./proposal-form.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "移送 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.transfer", async (guard) => {
  const { subject, obstacle, status, record } = await openCommandPage(guard, "transfer");
  const { offices } = guard.useCase.rulebooks.edition(record.submission.editionId).rulebook;
  const groups = officeGroups(offices, record.application.officeCode);
  return data({ subject, obstacle, groups, officeName: record.submission.routing.office.name }, { status });
});

export const action = guarded("staff", "review.transfer", async (guard) => {
  const form = await submittedForm(guard.request);
  const typed = { officeCode: typedText(form, "officeCode"), reason: typedText(form, "reason") };
  const missing = groundErrors(typed.reason, "移送する理由");
  const input = commandInput(guard, form);
  const result = missing.length > 0 ? null : await transferApplication(guard.useCase, { ...input, ...typed });
  if (result === null) return data({ typed, errors: { reason: missing }, conflict: null }, { status: 422 });
  if (!result.ok && result.error.kind === "invalid")
    return data({ typed, errors: result.error.errors, conflict: null }, { status: 422 });
  const conflict = result.ok ? null : conflictMessage(result.error);
  if (conflict !== null) return data({ typed, errors: {}, conflict }, { status: 409 });
  if (!result.ok) return finishCommand(guard, result, "");
  // 移した申請はもう見えないので、跡の一覧へ移る。
  guard.tools.wakeWorker();
  throw redirect("/review/transfers?done=yes");
});

export default function TransferPage() {
  const { subject, obstacle, groups, officeName } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = answer?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title="移送"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={[answer?.typed.reason ?? ""]}
      lead={`${officeName}の担当でない申請を、正しい局へ移します。受付番号、申請日、受理日は変わりません。移した後は、この局からは見えなくなります。申請者と移す先の局にメールで知らせます。`}
    >
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <VersionedForm subject={subject} button="移送する">
        <Select
          id="officeCode"
          name="officeCode"
          label="移す先の局"
          required
          options={groups}
          defaultValue={answer?.typed.officeCode ?? ""}
          errors={errors["officeCode"]}
          width="full"
        />
        <Textarea
          id="reason"
          name="reason"
          label="移送する理由"
          help="移す先の局の職員が読みます。申請者には見えません。"
          required
          rows={4}
          defaultValue={answer?.typed.reason ?? ""}
          errors={errors["reason"]}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
