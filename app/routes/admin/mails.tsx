import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import { DeliveryTag } from "#app/ui/workflow/DeliveryTag.tsx";
import { MAIL_LIST_SIZE, readMails, readPendingMails } from "#app/usecases/operations/read-mails.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "メール | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "mails.view", async ({ useCase, url }) => {
  const pending = url.searchParams.get("state") === "pending";
  return {
    limit: MAIL_LIST_SIZE,
    tabs: [
      { href: "/admin/mails", label: "送ったメール", current: !pending },
      { href: "/admin/mails?state=pending", label: "まだ送れていないメール", current: pending },
    ],
    mails: pending ? await pendingMails(useCase) : await sentMails(useCase),
  };
});

type Context = Parameters<typeof readMails>[0];

type Mail = Awaited<ReturnType<typeof sentMails>>[number];

async function sentMails(useCase: Context) {
  const read = await readMails(useCase);
  if (!read.ok) throw refusalResponse(read.error);
  return read.value.map(({ id, createdAt, subject, toName, toAddress, delivery }) => ({
    key: id,
    href: `/admin/mails/${id}`,
    at: formatTokyoInstant(createdAt),
    subject,
    to: `${toName}（${toAddress}）`,
    delivery,
    problem: "",
  }));
}

async function pendingMails(useCase: Context): Promise<readonly Mail[]> {
  const read = await readPendingMails(useCase);
  if (!read.ok) throw refusalResponse(read.error);
  return read.value.map(({ jobId, createdAt, subject, toName, toAddress, delivery, lastError }) => ({
    key: String(jobId),
    href: `/admin/jobs/${jobId}`,
    at: formatTokyoInstant(createdAt),
    subject,
    to: `${toName}（${toAddress}）`,
    delivery,
    problem: lastError ?? "",
  }));
}

const columns: readonly TableColumn<Mail>[] = [
  { key: "at", header: "日時", nowrap: true, cell: ({ at }) => at },
  {
    key: "subject",
    header: "件名",
    rowHeader: true,
    cell: ({ href, subject }) => (
      <a href={href} className="link inline-block min-h-6">
        {subject}
      </a>
    ),
  },
  { key: "to", header: "宛先", cell: ({ to }) => <span className="break-all">{to}</span> },
  {
    key: "state",
    header: "状態",
    cell: ({ delivery, problem }) => (
      <>
        <DeliveryTag delivery={delivery} />
        {problem !== "" && <span className="mt-1 block text-dns-14N-130 break-all">{problem}</span>}
      </>
    ),
  },
];

export default function Mails() {
  const { mails, limit, tabs } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title="メール"
        lead={`新しい順に${limit}通まで表示します。宛先を見たことは監査に残ります。`}
      />
      <Tabs label="送れたかで分ける" tabs={tabs} />
      <Table
        caption="メールの一覧"
        captionHidden
        columns={columns}
        rows={mails}
        rowKey={({ key }) => key}
        variant="cards"
        stickyHead
        empty={<EmptyState title="メールはありません" />}
      />
    </>
  );
}
