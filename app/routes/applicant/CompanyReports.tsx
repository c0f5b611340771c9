import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import type { CompanyReport } from "../progress-view.server.ts";
import { ReportStateTag } from "../ReportStateTag.tsx";
import { reportsPath } from "./paths.ts";

/** 認定された計画ごとの、次に待つ実施状況報告。 */
export function CompanyReports({
  companyKey,
  reports,
}: {
  readonly companyKey: string;
  readonly reports: readonly CompanyReport[];
}) {
  if (reports.length === 0) return null;
  return (
    <>
      <SectionTitle>実施状況報告</SectionTitle>
      <Table
        caption="計画ごとの実施状況報告"
        captionHidden
        variant="cards"
        rows={reports}
        rowKey={({ planId }) => planId}
        columns={[
          {
            key: "number",
            header: "認定番号",
            rowHeader: true,
            cell: ({ planId, number }) => (
              <a className="link" href={reportsPath({ companyKey, planId })}>
                {number}
                <span className="sr-only">の実施状況報告</span>
              </a>
            ),
          },
          { key: "title", header: "次の報告", cell: ({ next }) => next?.title ?? "ありません" },
          {
            key: "state",
            header: "様子",
            cell: ({ next }) => next !== null && <ReportStateTag row={next} />,
          },
          { key: "opensOn", header: "書ける日", cell: ({ next }) => next !== null && `${next.opensOn}から` },
          { key: "dueOn", header: "期限（目安）", cell: ({ next }) => next?.dueOn },
        ]}
      />
    </>
  );
}
