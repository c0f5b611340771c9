import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { listTransfers, type Transfer } from "#app/usecases/review/list-transfers.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "移送の記録 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.transfer", async ({ useCase, url }) => {
  const listed = await listTransfers(useCase);
  if (!listed.ok) throw refusalResponse(listed.error);
  return { ...listed.value, done: url.searchParams.has("done") };
});

export default function Transfers() {
  const { sent, received, done } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "移送の記録" }]} />
      {done && <NotificationBanner kind="success" title="移送しました" announce />}
      <PageTitle title="移送の記録" />
      <SectionTitle>ほかの局へ移した申請</SectionTitle>
      <TransferTable transfers={sent} caption="ほかの局へ移した申請" open={false} />
      <SectionTitle>この局へ移されて来た申請</SectionTitle>
      <TransferTable transfers={received} caption="この局へ移されて来た申請" open />
    </>
  );
}

/** 移した申請の中身はもう見えないので、移されて来た申請だけをリンクにする。 */
function TransferTable({
  transfers,
  caption,
  open,
}: {
  readonly transfers: readonly Transfer[];
  readonly caption: string;
  readonly open: boolean;
}) {
  return (
    <Table
      caption={caption}
      captionHidden
      variant="cards"
      rows={transfers}
      rowKey={(row) => String(row.sequence)}
      empty="ありません。"
      columns={[
        {
          key: "receiptNumber",
          header: "受付番号",
          rowHeader: true,
          nowrap: true,
          cell: (row) =>
            open ? (
              <a className="link" href={`/review/applications/${row.applicationId}`}>
                {row.receiptNumber}
              </a>
            ) : (
              row.receiptNumber
            ),
        },
        { key: "companyName", header: "事業者名", cell: (row) => row.companyName },
        { key: "offices", header: "局", cell: (row) => `${row.fromName} → ${row.toName}` },
        {
          key: "reason",
          header: "理由",
          cell: (row) => <span className="whitespace-pre-line">{row.reason}</span>,
        },
        { key: "by", header: "移送した人", cell: (row) => `${row.byName}、${formatTokyoInstant(row.at)}` },
      ]}
    />
  );
}
