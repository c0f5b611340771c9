import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { officeTextBlocks } from "#app/usecases/review/text-blocks.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { CommentRows } from "./CommentRows.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import {
  ADDED_ROWS,
  commentTargets,
  type CommentErrors,
  type CommentDraft,
  FIRST_ROWS,
  parseComments,
  readDrafts,
  withBlock,
  withRows,
} from "./comment-form.ts";
import {
  commandInput,
  conflictMessage,
  finishCommand,
  openCommandPage,
  typedText,
} from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "差戻し | 経営力向上計画 電子申請ポータル" }];

type Answer = {
  readonly drafts: readonly CommentDraft[];
  readonly errors: CommentErrors;
  readonly conflict: string | null;
};

export const loader = guarded("staff", "review.return", async (guard) => {
  const { subject, obstacle, status, record } = await openCommandPage(guard, "return");
  const blocks = await officeTextBlocks(guard.useCase);
  if (!blocks.ok) throw refusalResponse(blocks.error);
  const page = {
    subject,
    obstacle,
    targets: commentTargets(record.submission.document),
    blocks: blocks.value.map(({ id, title }) => ({ value: id, label: title })),
  };
  return data(page, { status });
});

export const action = guarded("staff", "review.return", async (guard) => {
  const form = await submittedForm(guard.request);
  const drafts = readDrafts(form);
  const again = (answer: Partial<Answer>, status: 200 | 409 | 422) =>
    data<Answer>({ drafts, errors: {}, conflict: null, ...answer }, { status });
  if (form.has("addRows")) return again({ drafts: withRows(drafts, drafts.length + ADDED_ROWS) }, 200);
  const insertAt = typedText(form, "insertBlock");
  if (insertAt !== "") {
    const blocks = await officeTextBlocks(guard.useCase);
    if (!blocks.ok) throw refusalResponse(blocks.error);
    const chosen = blocks.value.find(({ id }) => id === typedText(form, `block-${insertAt}`));
    return again({ drafts: withBlock(drafts, Number(insertAt), chosen?.body ?? "") }, 200);
  }

  const { record } = await openCommandPage(guard, "return");
  const comments = parseComments(drafts, record.submission.document);
  if (!comments.ok) return again({ errors: comments.error }, 422);
  const input = commandInput(guard, form);
  const result = await returnForCorrection(guard.useCase, { ...input, comments: comments.value });
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null ? finishCommand(guard, result, "returned") : again({ conflict }, 409);
});

export default function Return() {
  const { subject, obstacle, targets, blocks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const drafts = withRows(answer?.drafts ?? [], FIRST_ROWS);
  const errors: CommentErrors = answer?.errors ?? {};
  return (
    <CommandFrame
      subject={subject}
      title="差戻し"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={drafts.map(({ text }) => text)}
      lead="直してほしい欄ごとに指摘を書きます。申請者には指摘した欄と内容がそのまま見え、直して出し直せるようになります。"
    >
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({
            message: fieldId === "comments" ? message : `${rowOf(fieldId)}：${message}`,
            fieldId: fieldId === "comments" ? "target-0" : fieldId,
          })),
        )}
      />
      <VersionedForm subject={subject} button="差し戻す">
        <CommentRows drafts={drafts} errors={errors} targets={targets} blocks={blocks} />
        <Button variant="secondary" size="small" name="addRows" value="yes">
          指摘の欄を増やす
        </Button>
        <p className="mt-3">
          <a className="link" href="/review/text-blocks">
            局の文例を直す
          </a>
        </p>
      </VersionedForm>
    </CommandFrame>
  );
}

const rowOf = (fieldId: string): string => `指摘${Number(fieldId.split("-")[1] ?? 0) + 1}`;
