/** 回答を待っている求めを取り下げる画面。 */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CONSULTATION_LENGTH } from "#app/domain/consultation/decide-consultation.ts";
import { guarded } from "#app/http/guard.server.ts";
import { notFound, refusalResponse } from "#app/http/responses.server.ts";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { withdrawConsultation } from "#app/usecases/consultations/withdraw-consultation.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { ConsultationDetails } from "./ConsultationDetails.tsx";
import { CommandFrame } from "./CommandFrame.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import {
  commandInput,
  conflictMessage,
  finishCommand,
  openedSubject,
  typedText,
} from "./command-page.server.ts";
import { consultationErrors } from "./consultation-form.server.ts";
import { consultationView } from "./consultation-view.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "求めの取下げ | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "consultation.ask", async (guard) => {
  const { useCase, param } = guard;
  const opened = await openRecord(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { consultations, mayConsult } = opened.value;
  const found = consultations.find(({ id }) => id === param("consultation"));
  if (found === undefined) throw notFound();
  const waiting = mayConsult && found.end === null;
  return {
    subject: await openedSubject(guard, opened.value),
    consultation: consultationView(found, waiting, false),
    obstacle: waiting ? null : "この求めは、もう回答を待っていません。",
    intent: useCase.newId(),
    longest: CONSULTATION_LENGTH,
  };
});

export const action = guarded("staff", "consultation.ask", async (guard) => {
  const form = await submittedForm(guard.request);
  const reason = typedText(form, "reason");
  const withdrawn = await withdrawConsultation(guard.useCase, {
    ...commandInput(guard, form),
    intentKey: typedText(form, "intent"),
    consultationId: guard.param("consultation"),
    reason,
  });
  if (withdrawn.ok) return finishCommand(guard, withdrawn, "unconsulted");
  const errors = consultationErrors(withdrawn.error, { text: "reason" });
  if (errors !== null) return data({ reason, errors, conflict: null }, { status: 422 });
  const conflict = conflictMessage(withdrawn.error);
  return conflict === null
    ? finishCommand(guard, withdrawn, "unconsulted")
    : data({ reason, errors: {}, conflict }, { status: 409 });
});

export default function WithdrawConsultation() {
  const { subject, consultation, obstacle, intent, longest } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title="求めの取下げ"
      obstacle={obstacle}
      conflict={sent?.conflict}
      typed={[sent?.reason ?? ""]}
      lead={`取り下げると、${consultation.officeName}からは、この申請が見えなくなります。`}
    >
      <DescriptionCard title={`${consultation.kind}：${consultation.officeName}`}>
        <ConsultationDetails consultation={consultation} />
      </DescriptionCard>
      <ErrorSummary errors={(errors["reason"] ?? []).map((message) => ({ message, fieldId: "reason" }))} />
      <VersionedForm subject={subject} button="取り下げる" variant="danger">
        <input type="hidden" name="intent" value={intent} />
        <Textarea
          id="reason"
          name="reason"
          label="取り下げる理由"
          help="記録に残ります。申請者には見えません。"
          required
          rows={3}
          maxCharacters={longest}
          defaultValue={sent?.reason ?? ""}
          errors={errors["reason"]}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
