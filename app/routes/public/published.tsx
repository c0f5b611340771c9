/** 公表した月の一覧。 */
import type { HeadersArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PUBLICATION_TERMS } from "#app/domain/publication/open-data.ts";
import { publishedColumns } from "#app/domain/publication/published-plan.ts";
import { guarded } from "#app/http/guard.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { listPublications } from "#app/usecases/publication/read-publication.server.ts";
import { type MonthRow, monthRow } from "./published-view.server.ts";

export const meta = () => [{ title: "認定を受けた事業者の一覧 | 経営力向上計画 電子申請ポータル" }];
export const handle = { scripts: false };

/** 取消しがすぐ表れるように、控えは毎回確かめさせる。 */
const cacheHeaders = { "Cache-Control": "private, max-age=0, must-revalidate", Vary: "Cookie" } as const;
export const headers = ({ errorHeaders }: HeadersArgs) => errorHeaders ?? cacheHeaders;

export const loader = guarded("public", "publication.view", async ({ useCase }) => ({
  months: listPublications(useCase).map(monthRow),
}));

const columns: readonly TableColumn<MonthRow>[] = [
  {
    key: "month",
    header: "認定の月",
    rowHeader: true,
    cell: ({ month, title }) => (
      <a
        className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
        href={`/published/${month}`}
      >
        {title}
      </a>
    ),
  },
  { key: "count", header: "事業者", align: "end", cell: ({ count }) => count },
  { key: "publishedOn", header: "公表日", nowrap: true, cell: ({ publishedOn }) => publishedOn },
  { key: "correctedOn", header: "訂正日", nowrap: true, cell: ({ correctedOn }) => correctedOn },
  {
    key: "files",
    header: "データ",
    cell: ({ month, title }) => (
      <span className="flex gap-4">
        {(["csv", "json"] as const).map((format) => (
          <a
            key={format}
            className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
            href={`/published/${month}.${format}`}
          >
            {format.toUpperCase()}
            <span className="sr-only">（{title}）</span>
          </a>
        ))}
      </span>
    ),
  },
];

export default function Published() {
  const { months } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "ホーム", href: "/" }, { label: "認定を受けた事業者の一覧" }]} />
      <PageTitle
        title="認定を受けた事業者の一覧"
        lead="経営力向上計画の認定を受けた事業者のうち、公表に同意した事業者を、認定の月ごとに載せています。翌月のはじめの業務日に公表します。"
      />
      <Table
        caption="公表した月"
        columns={columns}
        rows={months}
        rowKey={({ month }) => month}
        variant="cards"
        empty={<p>まだ公表した月はありません。</p>}
      />
      <SectionTitle id="about">一覧の見方</SectionTitle>
      <ul className="mb-4 list-disc space-y-2 pl-6">
        <li>屋号のない個人事業主は、氏名が公になるため載せていません。</li>
        <li>
          公表した内容は変わりません。後に認定の取消しや辞退、承継があったときは、その行に添えて示します。
        </li>
        <li>誤りを直したときは、日と理由を示します。</li>
        <li>
          一つの認定が今も有効かは、
          <a className="link" href="/verify">
            認定通知書の確認
          </a>
          で確かめられます。
        </li>
      </ul>
      <SectionTitle id="data">データの利用</SectionTitle>
      <p className="mb-4">{PUBLICATION_TERMS}</p>
      <p className="mb-4">
        CSV は UTF-8（BOM 付き）です。JSON の形は
        <a className="link" href="/published/schema.json">
          JSON Schema
        </a>
        で示しています。月のアドレスに .csv 又は .json を付けると、いつでも同じ場所で得られます。
      </p>
      <Table
        caption="データの項目"
        columns={[
          { key: "label", header: "CSV の見出し", rowHeader: true, cell: ({ label }) => label },
          { key: "key", header: "JSON の鍵", cell: ({ key }) => <code>{key}</code> },
          { key: "description", header: "内容", cell: ({ description }) => description },
        ]}
        rows={publishedColumns}
        rowKey={({ key }) => key}
        variant="cards"
      />
    </>
  );
}
