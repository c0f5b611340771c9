/** ほかの局に、意見又は共管の同意を求める画面。 */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { missingConsents } from "#app/domain/consultation/consultation.ts";
import { CONSULTATION_LENGTH } from "#app/domain/consultation/decide-consultation.ts";
import { consultationMessage } from "#app/domain/consultation/refusals.ts";
import { consentWords } from "#app/domain/workflow/refusals.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { DateInput } from "#app/ui/primitives/DateInput.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { askConsultation } from "#app/usecases/consultations/ask-consultation.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import {
  commandInput,
  conflictMessage,
  finishCommand,
  openedSubject,
  typedText,
} from "./command-page.server.ts";
import { consultationErrors, readDue, typedAsk } from "./consultation-form.server.ts";
import { officeGroups } from "./office-groups.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "ほかの局に求める | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "consultation.ask", async (guard) => {
  const { useCase, param } = guard;
  const opened = await openRecord(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, submission, consents, mayConsult } = opened.value;
  const { offices } = useCase.rulebooks.edition(submission.editionId).rulebook;
  const obstacle = mayConsult
    ? null
    : consultationMessage({ kind: "notConsulting", status: application.status });
  return data(
    {
      subject: await openedSubject(guard, opened.value),
      obstacle,
      groups: officeGroups(offices, application.officeCode),
      missing: missingConsents(consents).map(consentWords),
      intent: useCase.newId(),
      longest: CONSULTATION_LENGTH,
    },
    { status: obstacle === null ? 200 : 409 },
  );
});

export const action = guarded("staff", "consultation.ask", async (guard) => {
  const form = await submittedForm(guard.request);
  const typed = typedAsk(form);
  const failed = (errors: Readonly<Record<string, readonly string[]>>) =>
    data({ typed, errors, conflict: null }, { status: 422 });
  const due = readDue(typed.dueOn);
  if (!due.ok) return failed({ dueOn: [due.error] });
  const asked = await askConsultation(guard.useCase, {
    ...commandInput(guard, form),
    intentKey: typedText(form, "intent"),
    ...typed,
    dueOn: due.value,
  });
  if (asked.ok) return finishCommand(guard, asked, "consulted");
  const errors = consultationErrors(asked.error, { text: "question", due: "dueOn", office: "officeCode" });
  if (errors !== null) return failed(errors);
  const conflict = conflictMessage(asked.error);
  return conflict === null
    ? finishCommand(guard, asked, "consulted")
    : data({ typed, errors: {}, conflict }, { status: 409 });
});

export default function Consult() {
  const { subject, obstacle, groups, missing, intent, longest } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title="ほかの局に求める"
      obstacle={obstacle}
      conflict={sent?.conflict}
      typed={[sent?.typed.question ?? ""]}
      lead="求めた局の職員は、計画と添付の書類を読み、一度だけ回答します。内部のメモや申請者との連絡は見えません。求めた局にメールで知らせます。"
    >
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <VersionedForm subject={subject} button="求める">
        <input type="hidden" name="intent" value={intent} />
        {missing.length > 0 && (
          <>
            <InlineHint>{missing.join("")}</InlineHint>
            <Radios
              id="kind"
              name="kind"
              label="求めること"
              required
              options={[
                { value: "consent", label: "共管の同意" },
                { value: "opinion", label: "意見照会" },
              ]}
              defaultValue={sent?.typed.kind ?? "opinion"}
            />
          </>
        )}
        <Select
          id="officeCode"
          name="officeCode"
          label="求める局"
          required
          options={groups}
          defaultValue={sent?.typed.officeCode ?? ""}
          errors={errors["officeCode"]}
          width="full"
        />
        <Textarea
          id="question"
          name="question"
          label="質問"
          help="求めた局の職員が読みます。申請者には見えません。"
          required
          rows={5}
          maxCharacters={longest}
          defaultValue={sent?.typed.question ?? ""}
          errors={errors["question"]}
        />
        <DateInput
          id="dueOn"
          name="dueOn"
          label="回答の期限"
          required={false}
          help="決めないときは、空のままにしてください。"
          defaultValue={sent?.typed.dueOn ?? ""}
          errors={errors["dueOn"]}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
