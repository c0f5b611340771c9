/** 局の確認の一覧のひな形を一つ作る、又は直す画面。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import {
  removeChecklistTemplate,
  saveChecklistTemplate,
} from "#app/usecases/review/checklist-templates.server.ts";
import { ChecklistHistory } from "./ChecklistHistory.tsx";
import { ChecklistRows } from "./ChecklistRows.tsx";
import { arrangedRows, itemTargets, readRows } from "./checklist-rows.server.ts";
import { templateView } from "./checklist-template-view.server.ts";
import { EVERY_GUIDELINE } from "./checklist-words.ts";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "局の確認の一覧 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "office.editChecklists", async (guard) => {
  const view = await templateView(guard);
  if (!view.ok) throw refusalResponse(view.error);
  return { ...view.value, targets: itemTargets };
});

export const action = guarded("staff", "office.editChecklists", async ({ request, useCase, param }) => {
  const form = await submittedForm(request);
  const id = param("template") === "new" ? null : param("template");
  const version = Number(typedText(form, "version"));
  const intent = typedText(form, "intent");
  const rows = readRows(form);
  const guidelineId = typedText(form, "guidelineId");
  const officeCode = typedText(form, "officeCode");
  const again = { rows, guidelineId, officeCode, errors: {}, conflict: null };
  const arranged = arrangedRows(rows, intent);
  if (arranged !== null) return data({ ...again, rows: arranged }, { status: 200 });
  const removes = intent === "removeList" && id !== null;
  const done = removes
    ? await removeChecklistTemplate(useCase, { id, version })
    : await saveChecklistTemplate(useCase, { id, version, officeCode, guidelineId, rows });
  if (done.ok) throw redirect(`/review/checklists?done=${removes ? "removed" : "saved"}`);
  if (done.error.kind === "invalid") return data({ ...again, errors: done.error.errors }, { status: 422 });
  if (done.error.kind === "stale")
    return data({ ...again, conflict: staleMessage(done.error) }, { status: 409 });
  throw refusalResponse(done.error);
});

export default function ChecklistTemplate() {
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  const conflict = sent?.conflict ?? null;
  const fresh = view.id === null;
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs
        items={[
          { label: "審査の一覧", href: "/review" },
          { label: "局の確認の一覧", href: "/review/checklists" },
          { label: view.guideline ?? "新しい一覧" },
        ]}
      />
      {conflict !== null && <NotificationBanner kind="error" title={conflict} announce />}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId: fieldId === "items" ? "text-0" : fieldId })),
        )}
      />
      <PageTitle
        title={view.guideline === null ? "新しい確認の一覧" : `確認の一覧：${view.guideline}`}
        caption={view.office}
        lead="文が空の行は保存されません。直しても、済んだ確認は変わりません。項目の文を直すと、新しい項目として確認し直すことになります。"
      />
      <form method="post" noValidate>
        <input type="hidden" name="version" value={view.version} />
        {/* 欄で Enter を押したときは、行の操作ではなく保存になる。 */}
        <button type="submit" name="intent" value="save" hidden>
          保存する
        </button>
        {fresh && (
          <>
            {view.offices.length > 1 ? (
              <Select
                id="officeCode"
                name="officeCode"
                label="局"
                options={view.offices}
                emptyLabel={null}
                defaultValue={sent?.officeCode}
              />
            ) : (
              <input type="hidden" name="officeCode" value={view.offices[0]?.value ?? ""} />
            )}
            <Select
              id="guidelineId"
              name="guidelineId"
              label="指針"
              options={view.guidelines}
              emptyLabel={EVERY_GUIDELINE}
              defaultValue={sent?.guidelineId}
              errors={errors["guidelineId"]}
              width="lg"
            />
          </>
        )}
        <ChecklistRows rows={sent?.rows ?? view.rows} errors={errors} targets={view.targets} />
        <Button variant="secondary" size="small" name="intent" value="add">
          項目の行を増やす
        </Button>
        <ButtonGroup>
          <Button name="intent" value="save">
            保存する
          </Button>
          {!fresh && (
            <Button variant="tertiary" name="intent" value="removeList">
              この一覧を消す
            </Button>
          )}
          <ButtonLink href="/review/checklists" variant="tertiary">
            やめて戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
      <ChecklistHistory versions={view.history} />
    </div>
  );
}
