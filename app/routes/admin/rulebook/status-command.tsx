import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { abandonDraft } from "#app/usecases/rulebook/abandon-draft.server.ts";
import { reopenDraft } from "#app/usecases/rulebook/reopen-draft.server.ts";
import { returnToDraft } from "#app/usecases/rulebook/return-to-draft.server.ts";
import { submitForPublication } from "#app/usecases/rulebook/submit-for-publication.server.ts";
import { submittedForm } from "../../reviewer/submitted-form.server.ts";
import { CommandErrors } from "./CommandErrors.tsx";
import { EditionFrame } from "./EditionFrame.tsx";
import { ReasonField } from "./ReasonField.tsx";
import { commandRefusal } from "./command-refusal.server.ts";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { isStatusCommand, statusCommands } from "./status-commands.ts";
import { stringIn } from "./edit-form.server.ts";
import { editionHref } from "./table-address.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "版の状態の変更 | 経営力向上計画 電子申請ポータル" }];

const perform = {
  submit: submitForPublication,
  abandon: abandonDraft,
  return: returnToDraft,
  reopen: reopenDraft,
} as const;

export const loader = guarded("staff", "rulebook.edit", async (guard) => {
  const name = guard.param("command");
  if (!isStatusCommand(name)) throw notFound();
  const edition = editionHeading(await openEditionPage(guard), guard.actor);
  return { edition, name, ...statusCommands[name] };
});

export const action = guarded("staff", "rulebook.edit", async (guard) => {
  const name = guard.param("command");
  if (!isStatusCommand(name)) throw notFound();
  const form = await submittedForm(guard.request);
  const editionId = guard.param("edition");
  const reason = stringIn(form, "reason").trim();
  const result = await perform[name](guard.useCase, {
    editionId,
    revision: Number(stringIn(form, "revision")),
    reason,
  });
  if (result.ok) throw redirect(`${editionHref(editionId)}?done=${name}`);
  const refused = commandRefusal(result.error);
  return data({ ...refused, values: { reason } }, { status: refused.status });
});

export default function StatusCommand() {
  const { edition, from, title, lead } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const href = editionHref(edition.id);
  return (
    <EditionFrame edition={edition} title={title} lead={lead}>
      <CommandErrors
        problem={
          answer?.problem ?? (edition.status === from ? null : "この版は、いまはこの操作ができません。")
        }
        errors={answer?.errors ?? {}}
      />
      {edition.status === from && (
        <form method="post" noValidate className="max-w-[44rem]">
          <input type="hidden" name="revision" value={edition.revision} />
          <ReasonField value={answer?.values.reason} errors={answer?.errors["reason"]} />
          <ButtonGroup>
            <Button>{title}</Button>
            <ButtonLink href={href} variant="tertiary">
              やめて戻る
            </ButtonLink>
          </ButtonGroup>
        </form>
      )}
    </EditionFrame>
  );
}
