/** 一つの計画の、実施状況報告の一覧。 */
import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { openReports } from "#app/usecases/reports/open-reports.server.ts";
import { ProgressChart } from "../ProgressChart.tsx";
import { progressView, reportRow } from "../progress-view.server.ts";
import { ReportStateTag } from "../ReportStateTag.tsx";
import { companyPath, reportsPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "実施状況報告 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "report.own", async ({ param, useCase }) => {
  const place = { companyKey: param("company"), planId: param("plan") };
  const opened = await openReports(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { source, years } = opened.value;
  return {
    place,
    number: source.plan.number,
    rows: years.map(reportRow),
    progress: progressView(source.targets, years),
  };
});

export default function Reports() {
  const { place, number, rows, progress } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(place.companyKey) },
          { label: `認定番号 ${number}` },
          { label: "実施状況報告" },
        ]}
      />
      <PageTitle
        title="実施状況報告"
        caption={`認定番号 ${number}`}
        lead="実施時期の中で終わる事業年度ごとに、目標に対する実績を報告します。期限は目安です（確認中）。局から日を示されたときは、その日までに提出してください。"
      />
      <Table
        caption="報告する事業年度"
        captionHidden
        variant="cards"
        rows={rows}
        rowKey={({ year }) => String(year)}
        empty={<p>報告する事業年度はありません。</p>}
        columns={[
          {
            key: "title",
            header: "事業年度",
            rowHeader: true,
            cell: ({ year, title }) => (
              <a
                className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
                href={reportsPath(place, year)}
              >
                {title}
              </a>
            ),
          },
          { key: "state", header: "様子", cell: (row) => <ReportStateTag row={row} /> },
          { key: "opensOn", header: "書ける日", cell: ({ opensOn }) => `${opensOn}から` },
          { key: "dueOn", header: "期限（目安）", cell: ({ dueOn }) => dueOn },
          {
            key: "filedAt",
            header: "提出",
            cell: ({ filedAt, edition }) => filedAt !== "" && `${filedAt}（第${edition}版）`,
          },
          { key: "receivedOn", header: "受領", cell: ({ receivedOn }) => receivedOn },
        ]}
      />
      {progress !== null && (
        <>
          <SectionTitle>目標に対する実績</SectionTitle>
          <ProgressChart progress={progress} />
        </>
      )}
    </>
  );
}
