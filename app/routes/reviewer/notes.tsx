/** 審査の内部のメモを欄に残す画面。 */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { addNote, NOTE_LENGTH } from "#app/usecases/review/add-note.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { finishCommand, subjectOf, typedText } from "./command-page.server.ts";
import { commentTargets } from "./comment-form.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "内部のメモ | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.note", async ({ useCase, param }) => {
  const opened = await openRecord(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, submission, certificate } = opened.value;
  return {
    subject: subjectOf(application, certificate.revocation !== null),
    targets: commentTargets(submission.document),
    longest: NOTE_LENGTH,
  };
});

export const action = guarded("staff", "review.note", async (guard) => {
  const form = await submittedForm(guard.request);
  const typed = { target: typedText(form, "target"), body: typedText(form, "body") };
  const added = await addNote(guard.useCase, { applicationId: guard.param("id"), ...typed });
  return !added.ok && added.error.kind === "invalid"
    ? data({ typed, errors: added.error.errors }, { status: 422 })
    : finishCommand(guard, added, "noted");
});

export default function Notes() {
  const { subject, targets, longest } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title="内部のメモ"
      obstacle={null}
      lead="審査をする職員だけが読むメモです。申請者には見えず、メールにも出ません。書いた後は、消すことも直すこともできません。"
    >
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <form method="post" noValidate>
        <Select
          id="target"
          name="target"
          label="欄"
          required
          options={targets}
          defaultValue={sent?.typed.target ?? ""}
          errors={errors["target"]}
          width="full"
        />
        <Textarea
          id="body"
          name="body"
          label="メモ"
          required
          rows={5}
          maxCharacters={longest}
          defaultValue={sent?.typed.body ?? ""}
          errors={errors["body"]}
        />
        <ButtonGroup>
          <Button>メモを残す</Button>
          <ButtonLink href={`/review/applications/${subject.id}`} variant="tertiary">
            やめて戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </CommandFrame>
  );
}
