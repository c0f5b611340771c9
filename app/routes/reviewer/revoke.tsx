import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { loadCertificate } from "#app/usecases/certification/change-certificate.server.ts";
import { revokeCertificate } from "#app/usecases/certification/revoke-certificate.server.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import { commandInput, conflictMessage, finishCommand, subjectOf, typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定の取消し | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "certificate.revoke", async ({ useCase, param }) => {
  const loaded = await loadCertificate(useCase, "certificate.revoke", param("id"));
  if (!loaded.ok) throw refusalResponse(loaded.error);
  const { application, certification, obstacle } = loaded.value;
  return data(
    { subject: subjectOf(application), number: certification.number, obstacle },
    { status: obstacle === null ? 200 : 409 },
  );
});

export const action = guarded("staff", "certificate.revoke", async (guard) => {
  const form = await submittedForm(guard.request);
  const reason = typedText(form, "reason");
  const result = await revokeCertificate(guard.useCase, { ...commandInput(guard, form), reason });
  if (!result.ok && result.error.kind === "invalid") {
    const errors = result.error.errors["reason"] ?? [];
    return data({ reason, errors, conflict: null }, { status: 422 });
  }
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null
    ? finishCommand(guard, result, "revoked")
    : data({ reason, errors: [], conflict }, { status: 409 });
});

export default function Revoke() {
  const { subject, number, obstacle } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: readonly string[] = answer?.errors ?? [];
  return (
    <CommandFrame
      subject={subject}
      title="認定の取消し"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={[answer?.reason ?? ""]}
      lead={`${number} の認定を取り消したことを記録します。確認の画面は「取り消されています」と答えるようになり、申請者にはメールで知らせます。記録した後は戻せません。`}
    >
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "reason" }))} />
      <VersionedForm subject={subject} button="認定を取り消す" variant="danger">
        <Textarea
          id="reason"
          name="reason"
          label="取消しの理由"
          help="申請者にも、このまま見えます。"
          required
          rows={5}
          defaultValue={answer?.reason ?? ""}
          errors={errors}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
