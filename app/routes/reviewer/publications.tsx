/** 企画課が、一月分の認定を公表する画面。 */
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatJapaneseDate, formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { publishMonth, waitingMonths } from "#app/usecases/publication/publish-month.server.ts";
import { listPublications } from "#app/usecases/publication/read-publication.server.ts";
import { monthRow } from "../public/published-view.server.ts";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "公表 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "publication.publish", async ({ useCase, url }) => ({
  waiting: waitingMonths(useCase).map(({ month, on }) => ({
    month,
    title: formatJapaneseMonth(month),
    on: formatJapaneseDate(on),
  })),
  months: listPublications(useCase).map(monthRow),
  done: url.searchParams.get("done") === "published",
}));

export const action = guarded("staff", "publication.publish", async ({ useCase, request }) => {
  const form = await submittedForm(request);
  const published = await publishMonth(useCase, typedText(form, "month"));
  if (!published.ok) throw refusalResponse(published.error);
  throw redirect("/review/publications?done=published");
});

export default function Publications() {
  const { waiting, months, done } = useLoaderData<typeof loader>();
  return (
    <>
      {done && <NotificationBanner kind="success" title="公表しました" announce />}
      <PageTitle
        title="認定を受けた事業者の一覧の公表"
        lead="公表に同意した事業者を、認定の月ごとに公表します。翌月のはじめの業務日に、ひとりでに公表されます。"
      />
      <SectionTitle>まだ公表していない月</SectionTitle>
      <Table
        caption="まだ公表していない月"
        captionHidden
        variant="cards"
        rows={waiting}
        rowKey={({ month }) => month}
        empty={<p>ありません。</p>}
        columns={[
          { key: "month", header: "認定の月", rowHeader: true, cell: ({ title }) => title },
          { key: "on", header: "公表の予定の日", cell: ({ on }) => on },
          {
            key: "publish",
            header: "操作",
            cell: ({ month, title }) => (
              <form method="post">
                <Button name="month" value={month} variant="secondary" size="small">
                  いま公表する<span className="sr-only">（{title}）</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
      <SectionTitle>公表した月</SectionTitle>
      <Table
        caption="公表した月"
        captionHidden
        variant="cards"
        rows={months}
        rowKey={({ month }) => month}
        empty={<p>ありません。</p>}
        columns={[
          {
            key: "month",
            header: "認定の月",
            rowHeader: true,
            cell: ({ month, title }) => (
              <a className="link inline-block min-h-6" href={`/published/${month}`}>
                {title}
              </a>
            ),
          },
          { key: "count", header: "事業者", align: "end", cell: ({ count }) => count },
          { key: "publishedOn", header: "公表日", cell: ({ publishedOn }) => publishedOn },
          { key: "correctedOn", header: "訂正日", cell: ({ correctedOn }) => correctedOn },
          {
            key: "correct",
            header: "操作",
            cell: ({ month, title }) => (
              <a className="link inline-block min-h-6" href={`/review/publications/${month}`}>
                訂正する<span className="sr-only">（{title}）</span>
              </a>
            ),
          },
        ]}
      />
    </>
  );
}
