/** 公表した一月の一覧。 */
import type { HeadersArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { KeysetPages } from "#app/ui/layout/KeysetPages.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { openPublication } from "#app/usecases/publication/read-publication.server.ts";
import { publishedChoice } from "./published-query.ts";
import { PublishedFilters } from "./PublishedFilters.tsx";
import { type PlanRow, type PublishedView, publishedView } from "./published-view.server.ts";

export const meta = ({ data: loaded }: { readonly data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${loaded?.title ?? ""}に認定を受けた事業者 | 経営力向上計画 電子申請ポータル` },
];
export const handle = { scripts: false };

/** 取消しがすぐ表れるように、控えは毎回確かめさせる。 */
const cacheHeaders = { "Cache-Control": "private, max-age=0, must-revalidate", Vary: "Cookie" } as const;
export const headers = ({ errorHeaders }: HeadersArgs) => errorHeaders ?? cacheHeaders;

export const loader = guarded("public", "publication.view", async ({ useCase, param, url }) => {
  const choice = publishedChoice(url.searchParams);
  const after = url.searchParams.get("after") ?? "";
  const opened = openPublication(useCase, {
    month: param("month"),
    choice,
    after: /^\d{1,9}$/u.test(after) ? Number(after) : 0,
  });
  if (!opened.ok) throw refusalResponse(opened.error);
  return publishedView(opened.value, choice);
});

const columns: readonly TableColumn<PlanRow>[] = [
  {
    key: "name",
    header: "事業者の名称",
    rowHeader: true,
    width: 4,
    cell: ({ name, corporateNumber, later }) => (
      <>
        {name}
        {corporateNumber !== "" && (
          <span className="block text-dns-14N-130 leading-150 font-400 text-solid-gray-700 tabular-nums">
            法人番号 {corporateNumber}
          </span>
        )}
        {later !== "" && (
          <span className="block pt-1">
            <Tag tone="danger">{later}</Tag>
          </span>
        )}
      </>
    ),
  },
  { key: "ministry", header: "主務大臣の省庁", nowrap: true, cell: ({ ministry }) => ministry },
  { key: "prefecture", header: "都道府県", nowrap: true, cell: ({ prefecture }) => prefecture },
  { key: "industry", header: "事業分野", width: 3, cell: ({ industry }) => industry },
  { key: "certified", header: "認定日", nowrap: true, cell: ({ certified }) => certified },
  { key: "number", header: "文書番号", cell: ({ number }) => number },
];

export default function PublishedMonth() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "ホーム", href: "/" },
          { label: "認定を受けた事業者の一覧", href: "/published" },
          { label: view.title },
        ]}
      />
      <PageTitle
        title={`${view.title}に認定を受けた事業者`}
        lead={`${view.publishedOn}に${view.count}を公表しました。主務大臣の省庁、都道府県、認定日の順に並んでいます。`}
      />
      <Corrections view={view} />
      <PublishedFilters view={view} />
      <Table
        caption={
          view.filtered ? `条件に合う事業者（${view.matching}）` : `認定を受けた事業者（${view.matching}）`
        }
        columns={columns}
        rows={view.rows}
        rowKey={({ number }) => number}
        variant="cards"
        empty={<p>{view.filtered ? "条件に合う事業者はありません。" : "公表する事業者はありません。"}</p>}
      />
      <KeysetPages
        firstHref={view.firstHref}
        nextHref={view.nextHref}
        nextLabel="次のページ"
        summary={view.summary}
      />
      <SectionTitle id="data">データ</SectionTitle>
      <p>
        {view.filtered ? "この条件の一覧" : "この月の一覧"}を
        <a className="link mx-1" href={`${view.path}.csv${view.search}`}>
          CSV
        </a>
        又は
        <a className="link mx-1" href={`${view.path}.json${view.search}`}>
          JSON
        </a>
        で得られます。
        <a className="link" href="/published#data">
          データの利用と項目の説明
        </a>
      </p>
    </>
  );
}

function Corrections({ view: { corrections } }: { readonly view: PublishedView }) {
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections" className="mb-6">
      <SectionTitle id="corrections">訂正</SectionTitle>
      <ul className="list-disc pl-6">
        {corrections.map(({ edition, on, reason }) => (
          <li key={edition}>
            {on}（第{edition}版） {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
