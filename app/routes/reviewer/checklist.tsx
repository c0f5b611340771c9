/** 申請の確認の一覧に、一つずつ答える画面。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { notFound, refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { MeterBar } from "#app/ui/primitives/MeterBar.tsx";
import { checklistOf, markItem, takeNewItems } from "#app/usecases/review/checklist.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { ChecklistItemForm } from "./ChecklistItemForm.tsx";
import { CommandFrame } from "./CommandFrame.tsx";
import { checklistView, progressView } from "./checklist-view.server.ts";
import { subjectOf, typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "確認の一覧 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.view", async ({ useCase, param, url }) => {
  const opened = await openRecord(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, submission } = opened.value;
  const list = await checklistOf(useCase, application);
  // 求められた局の人には、審査の内側を見せない。
  if (list === null || opened.value.consulted) throw notFound();
  return {
    subject: subjectOf(application),
    ...checklistView(list, submission.document, submission.sequence),
    progress: progressView(list),
    saved: url.searchParams.get("saved"),
  };
});

export const action = guarded("staff", "review.check", async ({ request, useCase, param }) => {
  const form = await submittedForm(request);
  const seen = {
    applicationId: param("id"),
    templateId: typedText(form, "templateId"),
    templateVersion: Number(typedText(form, "templateVersion")),
  };
  const takes = typedText(form, "intent") === "take";
  const typed = {
    itemId: typedText(form, "item"),
    mark: typedText(form, "mark"),
    note: typedText(form, "note"),
  };
  const version = Number(typedText(form, "version"));
  const done = takes
    ? await takeNewItems(useCase, seen)
    : await markItem(useCase, { ...seen, ...typed, version });
  const page = `/review/applications/${encodeURIComponent(seen.applicationId)}/checklist`;
  if (done.ok)
    throw redirect(takes ? page : `${page}?saved=${encodeURIComponent(typed.itemId)}#item-${typed.itemId}`);
  if (done.error.kind === "invalid")
    return data({ typed, errors: done.error.errors, conflict: null }, { status: 422 });
  if (done.error.kind === "stale")
    return data({ typed, errors: {}, conflict: staleMessage(done.error) }, { status: 409 });
  throw refusalResponse(done.error);
});

export default function Checklist() {
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { subject, items, progress, newer, mayCheck, templateId, templateVersion } = view;
  const seen = { templateId, templateVersion };
  const stray = Object.values(sent?.errors ?? {}).flat();
  return (
    <CommandFrame
      subject={subject}
      title="確認の一覧"
      obstacle={mayCheck || stray.length === 0 ? null : stray.join("")}
      conflict={sent?.conflict}
      typed={[sent?.typed.note ?? ""]}
      lead="審査で確かめたことを、一つずつ残します。職員だけが読み、申請者には見えません。"
    >
      {progress !== null && (
        <div className="mb-6 max-w-[30rem]">
          <MeterBar
            label="答えた項目"
            value={progress.answered}
            max={progress.total}
            text={`${progress.answered}／${progress.total}`}
          />
        </div>
      )}
      {newer && (
        <InlineHint tone="warning">
          <p>局の一覧が、この申請に写した後で直されています。取り込んでも、済んだ確認は変わりません。</p>
          {mayCheck && (
            <form method="post" className="mt-2">
              <input type="hidden" name="templateId" value={templateId} />
              <input type="hidden" name="templateVersion" value={templateVersion} />
              <Button variant="secondary" size="small" name="intent" value="take">
                新しい項目を取り込む
              </Button>
            </form>
          )}
        </InlineHint>
      )}
      <ol className="flex flex-col gap-4">
        {items.map((item, index) => (
          <ChecklistItemForm
            key={`${item.id}/${item.version}`}
            number={index + 1}
            recordHref={`/review/applications/${subject.id}`}
            item={item}
            seen={seen}
            mayCheck={mayCheck}
            typed={sent?.typed.itemId === item.id ? sent.typed : null}
            errors={sent?.typed.itemId === item.id ? sent.errors : {}}
            saved={sent === undefined && view.saved === item.id}
          />
        ))}
      </ol>
    </CommandFrame>
  );
}
