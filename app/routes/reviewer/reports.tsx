/** 局の、実施状況報告の一覧。 */
import { useLoaderData } from "@remix-run/react";
import { officesOf } from "#app/domain/access/actor.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { REPORT_RULE } from "#app/domain/progress-report/schedule.ts";
import { certaintyLabel } from "#app/domain/rulebook/certainty.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { KeysetPages } from "#app/ui/layout/KeysetPages.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { listReports, type ReportItem, type ReportList, reportLists } from "#app/usecases/reports/list-reports.server.ts"; // prettier-ignore
import { dayText } from "../progress-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "実施状況報告 | 経営力向上計画 電子申請ポータル" }];

const titles: Readonly<Record<ReportList, string>> = {
  filed: "届いた報告",
  overdue: "目安の日を過ぎた報告",
  due: "提出を待つ報告",
  received: "受け取った報告",
};

export const loader = guarded("staff", "report.list", async ({ url, useCase, actor }) => {
  const list = reportLists.find((one) => one === url.searchParams.get("list")) ?? "filed";
  const office = url.searchParams.get("office") ?? "";
  const listed = listReports(useCase, { list, office, after: url.searchParams.get("after") ?? "" });
  if (!listed.ok) throw refusalResponse(listed.error);
  const { items, counts, next } = listed.value;
  const { offices } = currentRulebook(useCase).rulebook;
  const nameOf = (code: string): string => offices.get(code)?.name ?? code;
  const own = officesOf(actor);
  const choices = own.length === 0 ? [...offices.keys()] : own;
  const href = (chosen: ReportList, after?: string): string =>
    `/review/reports?${new URLSearchParams([["list", chosen], ...(office === "" ? [] : [["office", office]]), ...(after === undefined ? [] : [["after", after]])]).toString()}`; // prettier-ignore
  return {
    list,
    office,
    title: titles[list],
    rule: { months: REPORT_RULE.monthsAfterClosing, certainty: certaintyLabel[REPORT_RULE.certainty] },
    waiting: list === "due" || list === "overdue",
    offices: choices.length > 1 ? choices.map((code) => ({ value: code, label: nameOf(code) })) : [],
    tabs: reportLists.map((one) => ({
      href: href(one),
      label: titles[one],
      count: counts[one],
      current: one === list,
    })),
    total: counts[list],
    rows: items.map((item) => reportItem(item, nameOf(item.officeCode))),
    firstHref: url.searchParams.has("after") ? href(list) : null,
    nextHref: next === null ? null : href(list, next),
  };
});

const reportItem = (item: ReportItem, office: string) => ({
  key: `${item.planId}/${item.year}`,
  companyName: item.companyName,
  number: item.number,
  year: `${item.year}年に終わる年度`,
  office,
  dueOn: dayText(item.dueOn),
  filedAt: item.filedAt === null ? "" : `${formatTokyoInstant(item.filedAt)}（第${item.edition}版）`,
  receivedOn: dayText(item.receivedOn),
});
type Row = ReturnType<typeof reportItem>;

const shared: readonly TableColumn<Row>[] = [
  { key: "number", header: "認定番号", cell: ({ number }) => number },
  { key: "year", header: "事業年度", nowrap: true, cell: ({ year }) => year },
  { key: "office", header: "局", cell: ({ office }) => office },
];

const waitingColumns: readonly TableColumn<Row>[] = [
  { key: "company", header: "事業者名", rowHeader: true, cell: ({ companyName }) => companyName },
  ...shared,
  { key: "dueOn", header: "期限（目安）", nowrap: true, cell: ({ dueOn }) => dueOn },
];

const filedColumns: readonly TableColumn<Row>[] = [
  {
    key: "company",
    header: "事業者名",
    rowHeader: true,
    cell: ({ companyName, key }) => (
      <a className="link inline-block min-h-6" href={`/review/reports/${key}`}>
        {companyName}
      </a>
    ),
  },
  ...shared,
  { key: "filedAt", header: "提出", cell: ({ filedAt }) => filedAt },
  { key: "receivedOn", header: "受領", nowrap: true, cell: ({ receivedOn }) => receivedOn },
];

export default function Reports() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title="実施状況報告"
        lead={`期限は、決算月の${view.rule.months}か月後の末日とした目安です（確かさ：${view.rule.certainty}）。計画ごとに、まだ提出していない一番古い年を示します。`}
      />
      <Tabs label="報告の様子" tabs={view.tabs} />
      {view.offices.length > 0 && (
        <form
          method="get"
          action="/review/reports"
          className="print-hidden mb-6 flex flex-wrap items-end gap-x-4 gap-y-3"
        >
          <input type="hidden" name="list" value={view.list} />
          <Select
            id="office"
            name="office"
            label="局"
            dense
            emptyLabel="すべて"
            width="full"
            options={view.offices}
            defaultValue={view.office}
          />
          <Button>絞り込む</Button>
        </form>
      )}
      <Table
        caption={view.title}
        captionHidden
        variant="cards"
        columns={view.waiting ? waitingColumns : filedColumns}
        rows={view.rows}
        rowKey={({ key }) => key}
        empty={<p>ありません。</p>}
      />
      <KeysetPages
        firstHref={view.firstHref}
        nextHref={view.nextHref}
        nextLabel="次のページ"
        summary={`${view.total.toLocaleString("ja-JP")}件`}
      />
    </>
  );
}
