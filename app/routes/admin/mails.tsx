import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { MAIL_LIST_SIZE, readMails } from "#app/usecases/operations/read-mails.server.ts";
import { MailState } from "../reviewer/MailTable.tsx";

export const handle = { scripts: false };
export const meta = () => [{ title: "メール | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "mails.view", async ({ useCase }) => {
  const read = await readMails(useCase);
  if (!read.ok) throw refusalResponse(read.error);
  return {
    limit: MAIL_LIST_SIZE,
    mails: read.value.map(({ id, createdAt, subject, toName, toAddress, state }) => ({
      id,
      at: formatTokyoInstant(createdAt),
      subject,
      to: `${toName}（${toAddress}）`,
      state,
    })),
  };
});

type Mail = ReturnType<typeof useLoaderData<typeof loader>>["mails"][number];

const columns: readonly TableColumn<Mail>[] = [
  { key: "at", header: "日時", nowrap: true, cell: ({ at }) => at },
  {
    key: "subject",
    header: "件名",
    rowHeader: true,
    cell: ({ id, subject }) => (
      <a href={`/admin/mails/${id}`} className="link inline-block min-h-6">
        {subject}
      </a>
    ),
  },
  { key: "to", header: "宛先", cell: ({ to }) => <span className="break-all">{to}</span> },
  { key: "state", header: "状態", cell: ({ state }) => <MailState state={state} /> },
];

export default function Mails() {
  const { mails, limit } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title="メール"
        lead={`新しい順に${limit}通まで表示します。宛先を見たことは監査に残ります。`}
      />
      <Table
        caption="送ったメールの一覧"
        captionHidden
        columns={columns}
        rows={mails}
        rowKey={({ id }) => id}
        variant="cards"
        stickyHead
        empty={<EmptyState title="メールはまだありません" />}
      />
    </>
  );
}
