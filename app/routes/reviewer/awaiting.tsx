/** 自分を待つもの。まとめのメールと同じ件数を、いつでも見られる。 */
import { useLoaderData } from "@remix-run/react";
import { awaitingLines, awaitingNames } from "#app/domain/notification/digest.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { type AwaitingHeading, readAwaiting } from "#app/usecases/notifications/awaiting.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "自分を待つもの | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.awaiting", async ({ useCase }) => {
  const read = readAwaiting(useCase);
  if (!read.ok) throw refusalResponse(read.error);
  const { counts, unread, bounced } = read.value;
  return {
    lines: awaitingNames.map((name) => ({
      label: awaitingLines[name].label,
      href: awaitingLines[name].path.replace(/^\/review\/awaiting#/u, "#"),
      count: counts[name],
    })),
    unread,
    bounced,
    unreadTotal: counts.unread,
    bouncedTotal: counts.bounced,
  };
});

type Line = { readonly label: string; readonly href: string; readonly count: number };

const columns: readonly TableColumn<Line>[] = [
  {
    key: "label",
    header: "待っているもの",
    rowHeader: true,
    cell: ({ label, href, count }) =>
      count === 0 ? (
        label
      ) : (
        <a className="link inline-block min-h-6" href={href}>
          {label}
        </a>
      ),
  },
  { key: "count", header: "件数", align: "end", cell: ({ count }) => count.toLocaleString("ja-JP") },
];

export default function Awaiting() {
  const { lines, unread, bounced, unreadTotal, bouncedTotal } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "自分を待つもの" }]} />
      <PageTitle
        title="自分を待つもの"
        lead="あなたの役割と担当に応じて、次の手続を待っている申請の数です。一つの申請が、いくつもの行に入ることがあります。"
      />
      <Table
        caption="待っているものの件数"
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={({ label }) => label}
      />
      <SectionTitle id="unread">まだ読んでいない連絡（{unreadTotal.toLocaleString("ja-JP")}件）</SectionTitle>
      <HeadingList headings={unread} page="/messages" empty="まだ読んでいない連絡はありません。" />
      <SectionTitle id="bounced">
        メールが届かずに戻った申請（{bouncedTotal.toLocaleString("ja-JP")}件）
      </SectionTitle>
      <HeadingList headings={bounced} page="" empty="手当てを待つ、戻ったメールはありません。" />
      <p className="mt-10">
        <a className="link" href="/review/notifications">
          メールの知らせの受け方を変える
        </a>
      </p>
    </div>
  );
}

/** 申請の一覧。page は、記録の中で開く画面の道筋。 */
function HeadingList({
  headings,
  page,
  empty,
}: {
  readonly headings: readonly AwaitingHeading[];
  readonly page: string;
  readonly empty: string;
}) {
  if (headings.length === 0) return <p>{empty}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {headings.map(({ applicationId, receiptNumber, companyName }) => (
        <li key={applicationId}>
          <a className="link" href={`/review/applications/${applicationId}${page}`}>
            {receiptNumber}　{companyName}
          </a>
        </li>
      ))}
    </ul>
  );
}
