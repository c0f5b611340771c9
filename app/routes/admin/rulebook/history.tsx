import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { EditEntry } from "#app/ui/rulebook/EditEntry.tsx";
import { openHistory } from "#app/usecases/rulebook/open-history.server.ts";
import { undoDraftEdit } from "#app/usecases/rulebook/undo-draft-edit.server.ts";
import { submittedForm } from "../../reviewer/submitted-form.server.ts";
import { EditionFrame } from "./EditionFrame.tsx";
import { editChanges } from "./edit-changes.ts";
import { stringIn } from "./edit-form.server.ts";
import { editionHeading } from "./edition-page.server.ts";
import { editionHref } from "./table-address.ts";
import { undoRefused } from "./table-answer.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "編集の記録 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.view", async (guard) => {
  const history = await openHistory(guard.useCase, guard.param("edition"));
  if (!history.ok) throw refusalResponse(history.error);
  const opened = history.value;
  const edition = editionHeading(opened, guard.actor);
  const done = guard.url.searchParams.get("done");
  return {
    edition,
    done: done !== null && /^\d{1,9}$/u.test(done) ? Number(done) : null,
    edits: opened.edits.map((edit) => ({
      revision: edit.revision,
      at: formatTokyoInstant(edit.editedAt),
      by: edit.editedByName,
      reason: edit.reason,
      undoes: edit.undoes,
      undone: edit.undone,
      ...editChanges(edit, opened.references),
      mayUndo: edition.editable && !edit.undone,
    })),
  };
});

export const action = guarded("staff", "rulebook.edit", async (guard) => {
  const form = await submittedForm(guard.request);
  const editionId = guard.param("edition");
  const revision = Number(stringIn(form, "edit"));
  const result = await undoDraftEdit(guard.useCase, {
    editionId,
    revision,
    reason: stringIn(form, "reason").trim(),
  });
  if (result.ok) throw redirect(`${editionHref(editionId)}/history?done=${result.value.revision}`);
  return data({ problem: undoRefused(result.error) }, { status: 409 });
});

export default function History() {
  const { edition, edits, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EditionFrame
      edition={edition}
      title="編集の記録"
      page="/history"
      lead="新しい順です。取消しも一つの編集として残り、取消しを取り消せばやり直しになります。"
    >
      {answer !== undefined && <NotificationBanner kind="error" title={answer.problem} announce />}
      {done !== null && answer === undefined && (
        <NotificationBanner kind="success" title={`編集${done}として取り消しました`} announce />
      )}
      {edits.length === 0 ? (
        <EmptyState title="まだ編集はありません" />
      ) : (
        <ol>
          {edits.map((edit) => (
            <EditEntry key={edit.revision} edit={edit} />
          ))}
        </ol>
      )}
    </EditionFrame>
  );
}
