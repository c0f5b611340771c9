import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { readMail } from "#app/usecases/operations/read-mails.server.ts";
import { sentDelivery } from "#app/domain/notification/delivery.ts";
import { DeliveryTag } from "#app/ui/workflow/DeliveryTag.tsx";

export const handle = { scripts: false };
export const meta = () => [{ title: "メールの内容 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "mails.view", async ({ useCase, param }) => {
  const read = await readMail(useCase, param("id"));
  if (!read.ok) throw refusalResponse(read.error);
  const { mail, bounce } = read.value;
  const { subject, toName, toAddress, body, state, createdAt, applicationId, messageId } = mail;
  return {
    subject,
    toName,
    toAddress,
    body,
    delivery: sentDelivery(state, bounce !== null),
    bounce: bounce === null ? null : `${formatTokyoInstant(bounce.receivedAt)}　${bounce.reason}`,
    at: formatTokyoInstant(createdAt),
    applicationId,
    messageId,
  };
});

export default function Mail() {
  const mail = useLoaderData<typeof loader>();
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[{ label: "メール", href: "/admin/mails" }, { label: "メールの内容" }]} />
      <PageTitle title={mail.subject} tag={<DeliveryTag delivery={mail.delivery} />} />
      <SummaryList
        rows={[
          { key: "at", label: "日時", value: mail.at },
          { key: "to", label: "宛先", value: `${mail.toName}（${mail.toAddress}）` },
          { key: "application", label: "申請の ID", value: mail.applicationId ?? "（申請によらないメール）" },
          ...(mail.bounce === null ? [] : [{ key: "bounce", label: "戻った日時と理由", value: mail.bounce }]),
          {
            key: "messageId",
            label: "Message-ID",
            value: <span className="font-mono break-all">{mail.messageId}</span>,
          },
          { key: "body", label: "本文", value: mail.body },
        ]}
      />
    </div>
  );
}
