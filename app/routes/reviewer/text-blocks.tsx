/** 局の文例を読み、足し、直し、消す画面。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { officesOf } from "#app/domain/access/actor.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { officeTextBlocks, removeTextBlock, saveTextBlock } from "#app/usecases/review/text-blocks.server.ts";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";
import { TextBlockForm } from "./TextBlockForm.tsx";

export const handle = { scripts: false };
export const meta = () => [{ title: "局の文例 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "office.editTexts", async ({ useCase, actor, url }) => {
  const blocks = await officeTextBlocks(useCase);
  if (!blocks.ok) throw refusalResponse(blocks.error);
  const { offices } = currentRulebook(useCase).rulebook;
  const officeName = (code: string): string => offices.get(code)?.name ?? code;
  return {
    blocks: blocks.value.map((block) => ({ ...block, officeName: officeName(block.officeCode) })),
    offices: officesOf(actor).map((code) => ({ value: code, label: officeName(code) })),
    done: url.searchParams.get("done"),
  };
});

export const action = guarded("staff", "office.editTexts", async ({ request, useCase }) => {
  const form = await submittedForm(request);
  const id = typedText(form, "id");
  const version = Number(typedText(form, "version"));
  const removes = typedText(form, "intent") === "remove";
  const typed = { id, title: typedText(form, "title"), body: typedText(form, "body") };
  const done = removes
    ? await removeTextBlock(useCase, { id, version })
    : await saveTextBlock(useCase, {
        ...typed,
        id: id === "" ? null : id,
        version,
        officeCode: typedText(form, "officeCode"),
      });
  if (done.ok) throw redirect(`/review/text-blocks?done=${removes ? "removed" : "saved"}`);
  if (done.error.kind === "invalid")
    return data({ typed, errors: done.error.errors, conflict: null }, { status: 422 });
  if (done.error.kind === "stale")
    return data({ typed, errors: {}, conflict: staleMessage(done.error) }, { status: 409 });
  throw refusalResponse(done.error);
});

const doneTitles: Readonly<Record<string, string>> = {
  saved: "文例を保存しました",
  removed: "文例を消しました",
};

export default function TextBlocks() {
  const { blocks, offices, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typedFor = (id: string) => (sent?.typed.id === id ? sent.typed : null);
  const errorsFor = (id: string): Readonly<Record<string, readonly string[]>> =>
    sent?.typed.id === id ? sent.errors : {};
  const title = done === null ? undefined : doneTitles[done];
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "局の文例" }]} />
      {sent === undefined && title !== undefined && (
        <NotificationBanner kind="success" title={title} announce />
      )}
      {sent !== undefined && (
        <NotificationBanner kind="error" title={sent.conflict ?? "入力に直すところがあります"} announce />
      )}
      <PageTitle
        title="局の文例"
        lead="差戻しの指摘に入れる、局の決まり文句です。局の審査担当と決裁者が使い、直せます。申請者には、指摘に入れて差し戻した文だけが見えます。"
      />
      <SectionTitle>新しい文例</SectionTitle>
      <TextBlockForm block={null} offices={offices} typed={typedFor("")} errors={errorsFor("")} />
      <SectionTitle>いまの文例（{blocks.length}件）</SectionTitle>
      {blocks.length === 0 && <p>まだ文例はありません。</p>}
      {blocks.map((block) => (
        <TextBlockForm
          key={`${block.id}/${block.version}`}
          block={block}
          offices={offices}
          typed={typedFor(block.id)}
          errors={errorsFor(block.id)}
        />
      ))}
    </div>
  );
}
