/** 企画課が、公表した一覧の誤りを直す画面。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CivilMonth } from "#app/domain/calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import { correctionWords, type ListCorrection } from "#app/domain/publication/correct-list.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { correctPublication, openCorrections } from "#app/usecases/publication/correct-publication.server.ts";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "公表した一覧の訂正 | 経営力向上計画 電子申請ポータル" }];

const correctionText = (correction: ListCorrection | null): string =>
  correction === null
    ? "公表"
    : `${correctionWords[correction.kind]}（${correction.number}）${correction.kind === "rename" ? ` ${correction.name}` : ""}`;

export const loader = guarded("staff", "publication.publish", async ({ useCase, param, url }) => {
  const opened = openCorrections(useCase, param("month"));
  if (!opened.ok) throw refusalResponse(opened.error);
  return {
    month: param("month"),
    title: formatJapaneseMonth(param("month") as CivilMonth),
    edition: opened.value[0]?.edition ?? 0,
    editions: opened.value.map((one) => ({
      edition: one.edition,
      on: formatJapaneseDate(one.publishedOn as CivilDate),
      by: one.publishedByName,
      total: `${one.total.toLocaleString("ja-JP")}件`,
      what: correctionText(one.correction),
      reason: one.reason,
    })),
    done: url.searchParams.get("done") === "corrected",
  };
});

export const action = guarded("staff", "publication.publish", async ({ useCase, param, request }) => {
  const form = await submittedForm(request);
  const edition = typedText(form, "edition");
  const typed = {
    kind: typedText(form, "kind"),
    number: typedText(form, "number"),
    name: typedText(form, "name"),
    reason: typedText(form, "reason"),
  };
  const done = await correctPublication(useCase, {
    ...typed,
    month: param("month"),
    edition: /^\d{1,9}$/u.test(edition) ? Number(edition) : -1,
  });
  if (done.ok) throw redirect(`/review/publications/${param("month")}?done=corrected`);
  if (done.error.kind === "invalid")
    return data({ typed, errors: done.error.errors, conflict: null }, { status: 422 });
  if (done.error.kind === "stale")
    return data({ typed, errors: {}, conflict: staleMessage(done.error) }, { status: 409 });
  throw refusalResponse(done.error);
});

export default function Publication() {
  const { month, title, edition, editions, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  const field = (name: "kind" | "number" | "name" | "reason") => ({
    id: name,
    name,
    defaultValue: sent?.typed[name] ?? "",
    errors: errors[name],
  });
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[{ label: "公表", href: "/review/publications" }, { label: title }]} />
      {sent === undefined && done && <NotificationBanner kind="success" title="訂正しました" announce />}
      {typeof sent?.conflict === "string" && (
        <NotificationBanner kind="error" title={sent.conflict} announce />
      )}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title={`${title}の一覧の訂正`}
        lead="誤って載せた、載せなかった、名称を誤ったときだけに使います。公表してよいかの選択は、認定の後に事業者の希望で変えることはできません。"
      />
      <p className="mb-4">
        <a className="link" href={`/published/${month}`}>
          公表している一覧を見る
        </a>
      </p>
      <SectionTitle>これまでの版</SectionTitle>
      <Table
        caption="これまでの版"
        captionHidden
        variant="cards"
        rows={editions}
        rowKey={(row) => String(row.edition)}
        columns={[
          {
            key: "edition",
            header: "版",
            rowHeader: true,
            nowrap: true,
            cell: (row) => `第${row.edition}版`,
          },
          { key: "on", header: "日", nowrap: true, cell: (row) => row.on },
          { key: "by", header: "行った人", cell: (row) => row.by },
          { key: "total", header: "事業者", align: "end", cell: (row) => row.total },
          { key: "what", header: "内容", cell: (row) => row.what },
          { key: "reason", header: "理由", cell: (row) => row.reason },
        ]}
      />
      <SectionTitle>訂正する</SectionTitle>
      <form method="post" noValidate>
        <input type="hidden" name="edition" value={edition} />
        <Radios
          {...field("kind")}
          label="訂正の種類"
          required
          options={Object.entries(correctionWords).map(([value, label]) => ({ value, label }))}
        />
        <Input {...field("number")} label="文書番号" required help="一覧の文書番号のとおりに入力します。" />
        <Input {...field("name")} label="正しい名称" width="full" help="名称を直すときだけ入力します。" />
        <Textarea
          {...field("reason")}
          label="訂正の理由"
          required
          rows={3}
          help="公表の画面に、訂正の日とともに示します。除いた事業者の名称や個人の氏名は書かないでください。"
        />
        <Button>訂正した版を公表する</Button>
      </form>
    </div>
  );
}
