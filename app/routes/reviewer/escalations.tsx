import { useLoaderData } from "@remix-run/react";
import { escalations as groupsOf } from "#app/domain/worklist/escalations.ts";
import { writeListQuery } from "#app/domain/worklist/list-query.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { DueTag } from "#app/ui/workflow/DueTag.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { type EscalatedGroup, readEscalations } from "#app/usecases/review/read-escalations.server.ts";
import { listRow } from "./list-row.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "急ぐ申請 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.escalations", async ({ useCase }) => {
  const read = await readEscalations(useCase);
  if (!read.ok) throw refusalResponse(read.error);
  return read.value.map(groupView);
});

const columns = ["due", "assignee", "office", "elapsed"] as const;

const groupView = ({ name, total, items, query }: EscalatedGroup) => ({
  name,
  title: groupsOf[name].title,
  count: `${total.count.toLocaleString("ja-JP")}件${total.exact ? "" : "より多く"}`,
  rows: items.map((item) => listRow(item, columns)),
  more: total.count > items.length,
  href: `/review?${writeListQuery(query)}`,
});
type GroupView = ReturnType<typeof groupView>;

export default function Escalations() {
  const groups = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "急ぐ申請" }]} />
      <PageTitle
        title="急ぐ申請"
        lead="一つの申請が、いくつものまとまりに入ることがあります。件数を押すと、同じ申請の一覧に移ります。"
      />
      {groups.map((group) => (
        <Group key={group.name} group={group} />
      ))}
    </>
  );
}

function Group({ group }: { readonly group: GroupView }) {
  return (
    <div className="mb-8">
      <SectionTitle id={group.name}>{group.title}</SectionTitle>
      {group.rows.length > 0 && (
        <p className="mb-2">
          <a className="link inline-block min-h-6" href={group.href}>
            {group.count}
            {group.more ? "の全部を一覧で見る" : "を一覧で見る"}
          </a>
        </p>
      )}
      <Table
        caption={group.title}
        captionHidden
        variant="cards"
        rows={group.rows}
        rowKey={(row) => row.id}
        empty={<p>ありません。</p>}
        columns={[
          {
            key: "receiptNumber",
            header: "受付番号",
            rowHeader: true,
            nowrap: true,
            cell: (row) => (
              <a className="link inline-block min-h-6" href={`/review/applications/${row.id}`}>
                {row.receiptNumber}
              </a>
            ),
          },
          { key: "company", header: "事業者名", cell: (row) => row.companyName },
          { key: "status", header: "状態", cell: (row) => <StatusTag status={row.status} /> },
          {
            key: "due",
            header: "目安の日",
            nowrap: true,
            cell: (row) => (
              <>
                {row.texts[0]} <DueTag due={row.due} />
              </>
            ),
          },
          { key: "assignee", header: "担当", nowrap: true, cell: (row) => row.texts[1] || "担当なし" },
          { key: "office", header: "提出先", cell: (row) => row.texts[2] },
          { key: "elapsed", header: "経過日数", nowrap: true, cell: (row) => row.texts[3] },
        ]}
      />
    </div>
  );
}
