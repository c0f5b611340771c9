/** 求められた局が、質問を読んで答える画面。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deputyOf, officesOf } from "#app/domain/access/actor.ts";
import { consultingStatuses } from "#app/domain/consultation/consultation.ts";
import { CONSULTATION_LENGTH } from "#app/domain/consultation/decide-consultation.ts";
import { consultationMessage } from "#app/domain/consultation/refusals.ts";
import { guarded } from "#app/http/guard.server.ts";
import { notFound, refusalResponse } from "#app/http/responses.server.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { answerableBy, answerConsultation } from "#app/usecases/consultations/answer-consultation.server.ts";
import { openRecordToRead } from "#app/usecases/consultations/open-record-to-read.server.ts";
import { ConsultationDetails } from "./ConsultationDetails.tsx";
import { CommandFrame } from "./CommandFrame.tsx";
import { conflictMessage, subjectOf, typedText } from "./command-page.server.ts";
import { consultationErrors } from "./consultation-form.server.ts";
import { consultationView } from "./consultation-view.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "求めへの回答 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "consultation.answer", async ({ useCase, param, actor }) => {
  const opened = await openRecordToRead(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, consultations, submission } = opened.value;
  const found = consultations.find(({ id }) => id === param("consultation"));
  if (found === undefined || !officesOf(actor).includes(found.office.code)) throw notFound();
  const open = consultingStatuses.some((status) => status === application.status);
  return {
    subject: {
      ...subjectOf(application),
      deputy: found.kind === "consent" ? (deputyOf(actor, found.office.code).onBehalfOf?.name ?? null) : null,
    },
    consultation: consultationView(found, open && found.end === null, false),
    mayAnswer: answerableBy(actor, [found]).length > 0,
    officeName: submission.routing.office.name,
    intent: useCase.newId(),
  };
});

export const action = guarded("staff", "consultation.answer", async ({ useCase, param, request, tools }) => {
  const form = await submittedForm(request);
  const typed = { result: typedText(form, "result"), text: typedText(form, "text") };
  const result = (["agree", "disagree", "opinion"] as const).find((one) => one === typed.result);
  const failed = (errors: Readonly<Record<string, readonly string[]>>) =>
    data({ typed, errors, conflict: null }, { status: 422 });
  if (result === undefined) return failed({ result: [consultationMessage({ kind: "noChoice" })] });
  const answered = await answerConsultation(useCase, {
    applicationId: param("id"),
    consultationId: param("consultation"),
    intentKey: typedText(form, "intent"),
    result,
    text: typed.text,
  });
  if (!answered.ok) {
    const errors = consultationErrors(answered.error, { text: "text", choice: "result" });
    if (errors !== null) return failed(errors);
    const conflict = conflictMessage(answered.error);
    if (conflict === null) throw refusalResponse(answered.error);
    return data({ typed, errors: {}, conflict }, { status: 409 });
  }
  tools.wakeWorker();
  throw redirect("/review/consultations?done=yes");
});

export default function Consultation() {
  const { subject, consultation, mayAnswer, officeName, intent } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title={consultation.consent ? "共管の同意の求め" : consultation.kind}
      home={{ label: "意見照会と同意", href: "/review/consultations" }}
      obstacle={null}
      conflict={sent?.conflict}
      typed={[sent?.typed.text ?? ""]}
      lead={`${officeName}が審査している申請について、${consultation.officeName}に求められたものです。回答は一度だけで、後から直せません。`}
    >
      <DescriptionCard
        title="求められたこと"
        aside={<Tag tone={consultation.standing.tone}>{consultation.standing.word}</Tag>}
      >
        <ConsultationDetails consultation={consultation} />
      </DescriptionCard>
      <p className="mb-6">
        <a className="link" href={`/review/applications/${subject.id}`}>
          計画と添付の書類を読む
        </a>
      </p>
      {consultation.waiting && !mayAnswer && (
        <InlineHint>共管の同意には、{consultation.officeName}の決裁者が答えます。</InlineHint>
      )}
      {consultation.waiting && mayAnswer && (
        <>
          <ErrorSummary
            errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
              messages.map((message) => ({ message, fieldId })),
            )}
          />
          <form method="post" noValidate>
            <input type="hidden" name="intent" value={intent} />
            {consultation.consent ? (
              <Radios
                id="result"
                name="result"
                label="この計画の認定に同意しますか"
                required
                options={[
                  { value: "agree", label: "同意する" },
                  { value: "disagree", label: "同意しない" },
                ]}
                defaultValue={sent?.typed.result}
                errors={errors["result"]}
              />
            ) : (
              <input type="hidden" name="result" value="opinion" />
            )}
            <Textarea
              id="text"
              name="text"
              label={consultation.consent ? "理由" : "意見"}
              help={consultation.consent ? "同意しないときは、必ず書いてください。" : undefined}
              required={!consultation.consent}
              rows={5}
              maxCharacters={CONSULTATION_LENGTH}
              defaultValue={sent?.typed.text ?? ""}
              errors={errors["text"]}
            />
            <ButtonGroup>
              <Button>回答する</Button>
              <ButtonLink href="/review/consultations" variant="tertiary">
                やめて戻る
              </ButtonLink>
            </ButtonGroup>
          </form>
        </>
      )}
    </CommandFrame>
  );
}
