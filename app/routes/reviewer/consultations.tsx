/** 自分の局に求められた同意と意見、自分の局が求めたもの。 */
import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import {
  type ListedConsultation,
  listConsultations,
} from "#app/usecases/consultations/list-consultations.server.ts";
import { consultationView } from "./consultation-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "意見照会と同意 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "consultation.answer", async ({ useCase, url }) => {
  const listed = await listConsultations(useCase);
  if (!listed.ok) throw refusalResponse(listed.error);
  const { asked, asking } = listed.value;
  return {
    asked: asked.map(rowOf),
    asking: asking.map(rowOf),
    done: url.searchParams.has("done"),
  };
});

const rowOf = ({ consultation, waiting, overdue, age, ...row }: ListedConsultation) => ({
  ...row,
  ...consultationView(consultation, waiting, overdue),
  age: waiting ? `${age}業務日` : "",
});

export default function Consultations() {
  const { asked, asking, done } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "意見照会と同意" }]} />
      {done && <NotificationBanner kind="success" title="回答しました" announce />}
      <PageTitle
        title="意見照会と同意"
        lead="ほかの局の審査する申請について、同意又は意見を求められたものです。回答を待っているものが先に並びます。"
      />
      <SectionTitle>この局に求められたもの</SectionTitle>
      <ConsultationTable rows={asked} caption="この局に求められたもの" other="求めた局" asked />
      <SectionTitle>この局が求めたもの</SectionTitle>
      <ConsultationTable rows={asking} caption="この局が求めたもの" other="求めた先" asked={false} />
    </>
  );
}

type Row = ReturnType<typeof rowOf>;

function ConsultationTable({
  rows,
  caption,
  other,
  asked,
}: {
  readonly rows: readonly Row[];
  readonly caption: string;
  readonly other: string;
  readonly asked: boolean;
}) {
  return (
    <Table
      caption={caption}
      captionHidden
      variant="cards"
      rows={rows}
      rowKey={(row) => row.id}
      empty="ありません。"
      columns={[
        {
          key: "receiptNumber",
          header: "受付番号",
          rowHeader: true,
          nowrap: true,
          cell: (row) => <Place row={row} asked={asked} />,
        },
        { key: "companyName", header: "事業者名", cell: (row) => row.companyName },
        { key: "kind", header: "種類", nowrap: true, cell: (row) => row.kind },
        { key: "other", header: other, cell: (row) => (asked ? row.askingOfficeName : row.officeName) },
        {
          key: "standing",
          header: "様子",
          nowrap: true,
          cell: (row) => <Tag tone={row.standing.tone}>{row.standing.word}</Tag>,
        },
        { key: "due", header: "期限", nowrap: true, cell: (row) => row.dueOn ?? "—" },
        { key: "age", header: "求めてから", nowrap: true, cell: (row) => (row.age === "" ? "—" : row.age) },
      ]}
    />
  );
}

/** 求められたものは求めの画面へ、求めたものは申請の記録へ。開けないものは番号だけ。 */
function Place({ row, asked }: { readonly row: Row; readonly asked: boolean }) {
  const record = `/review/applications/${row.applicationId}`;
  if (!row.open) return row.receiptNumber;
  return (
    <a className="link" href={asked ? `${record}/consultations/${row.id}` : `${record}#consultations`}>
      {row.receiptNumber}
    </a>
  );
}
