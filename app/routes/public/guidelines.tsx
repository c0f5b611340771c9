import type { HeadersArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { editionView, guidelineSummaries, type GuidelineSummary } from "./guideline-view.server.ts";
import { Unconfirmed, UnconfirmedNote } from "./Unconfirmed.tsx";

export const meta = () => [{ title: "事業分野別指針の一覧 | 経営力向上計画 電子申請ポータル" }];
export const handle = { scripts: false };

/** 画面にはログインしている人の名前が出るので手元の控えだけに残し、ログインが変われば取り直す。 */
const cacheHeaders = { "Cache-Control": "private, max-age=300", Vary: "Cookie" } as const;
export const headers = ({ errorHeaders }: HeadersArgs) => errorHeaders ?? cacheHeaders;

export const loader = guarded("public", "guideline.view", async ({ useCase }) => {
  const { rulebook } = currentRulebook(useCase);
  return { edition: editionView(rulebook), guidelines: guidelineSummaries(rulebook) };
});

const columns: readonly TableColumn<GuidelineSummary>[] = [
  {
    key: "name",
    header: "指針",
    rowHeader: true,
    width: 6,
    cell: ({ id, name, officialTitle, confirmed }) => (
      <>
        <a
          className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
          href={`/guidelines/${id}`}
        >
          {name}
        </a>{" "}
        <Unconfirmed confirmed={confirmed} />
        <span className="block text-dns-14N-130 leading-150 font-400 text-solid-gray-700">
          {officialTitle}
        </span>
      </>
    ),
  },
  {
    key: "ministries",
    header: "主務大臣の省庁",
    width: 3,
    cell: ({ ministries }) => ministries.join("、"),
  },
  {
    key: "updatedOn",
    header: "最終更新日",
    width: 3,
    cell: ({ updatedOn }) => updatedOn ?? <Unconfirmed confirmed={false} />,
  },
];

export default function Guidelines() {
  const { edition, guidelines } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "ホーム", href: "/" }, { label: "事業分野別指針の一覧" }]} />
      <PageTitle
        title="事業分野別指針の一覧"
        lead="経営力向上計画は、計画に係る業種の指針に沿って作ります。指針のない業種は、基本方針によります。"
      />
      <p className="mb-4">
        どの指針に当たるか分からないときは、
        <a className="link" href="/lookup">
          提出先・指針の検索
        </a>
        で業種からお調べください。
      </p>
      <UnconfirmedNote />
      <Table
        caption={`指針の一覧（${edition.label}、${edition.effectiveFrom}施行）`}
        columns={columns}
        rows={guidelines}
        rowKey={({ id }) => id}
        variant="cards"
      />
    </>
  );
}
