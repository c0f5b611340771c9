import { useLoaderData } from "@remix-run/react";
import { readPlanListQuery, writePlanListQuery } from "#app/domain/plan-life/plan-list-query.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { KeysetPages } from "#app/ui/layout/KeysetPages.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { PlanStateTag } from "#app/ui/plan-life/PlanStateTag.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { listPlans } from "#app/usecases/plans/list-plans.server.ts";
import { PlanListFilters } from "./PlanListFilters.tsx";
import { dayWords, periodWords } from "../plan-words.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "計画の一覧 | 経営力向上計画 電子申請ポータル" }];

const path = "/review/plans";

export const loader = guarded("staff", "review.list", async ({ useCase, url }) => {
  const query = readPlanListQuery(url.searchParams);
  const listed = listPlans(useCase, query);
  if (!listed.ok) throw refusalResponse(listed.error);
  const { rulebook } = currentRulebook(useCase);
  const { plans, next } = listed.value;
  return {
    query,
    first: query.after === null ? null : `${path}${writePlanListQuery({ ...query, after: null })}`,
    next: next === null ? null : `${path}${writePlanListQuery({ ...query, after: next })}`,
    guidelines: [...rulebook.guidelines.values()].map(({ id, name }) => ({ value: id, label: name })),
    prefectures: [...rulebook.prefectures.values()].map(({ code, name }) => ({ value: code, label: name })),
    plans: plans.map((row) => ({
      id: row.id,
      number: row.number,
      companyName: row.companyName,
      state: row.state,
      version: row.currentVersion,
      certifiedOn: dayWords(row.certifiedOn),
      period: periodWords(row),
      guideline: rulebook.guidelines.get(row.guidelineId ?? "")?.name ?? "",
      prefecture: rulebook.prefectures.get(row.prefecture ?? "")?.name ?? "",
    })),
  };
});

export default function Plans() {
  const { query, plans, guidelines, prefectures, first, next } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "計画の一覧" }]} />
      <PageTitle title="計画の一覧" lead="認定された計画を、実施時期の終わりの順に示します。" />
      <PlanListFilters query={query} guidelines={guidelines} prefectures={prefectures} />
      <Table
        caption="計画の一覧"
        captionHidden
        variant="cards"
        rows={plans}
        rowKey={({ id }) => id}
        empty={<p>この条件の計画はありません。</p>}
        columns={[
          {
            key: "number",
            header: "計画",
            rowHeader: true,
            cell: ({ id, number }) => (
              <a className="link" href={`${path}/${id}`}>
                {number}
              </a>
            ),
          },
          { key: "company", header: "認定事業者", cell: ({ companyName }) => companyName },
          { key: "state", header: "様子", cell: ({ state }) => <PlanStateTag state={state} /> },
          { key: "period", header: "実施時期", cell: ({ period }) => period },
          { key: "certified", header: "初めの認定日", cell: ({ certifiedOn }) => certifiedOn },
          { key: "version", header: "版", nowrap: true, cell: ({ version }) => `第${version}版` },
          { key: "guideline", header: "指針", cell: ({ guideline }) => guideline },
          { key: "prefecture", header: "都道府県", cell: ({ prefecture }) => prefecture },
        ]}
      />
      <KeysetPages
        firstHref={first}
        nextHref={next}
        nextLabel="次の50件"
        summary={`${plans.length}件を表示`}
      />
    </>
  );
}
