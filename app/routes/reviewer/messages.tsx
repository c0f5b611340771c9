import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { MessageDesk } from "../MessageDesk.tsx";
import { answerMessage, messagesPage } from "../messages-page.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "連絡 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "message.read", async (guard) => ({
  id: guard.param("id"),
  ...(await messagesPage(guard)),
}));

export const action = guarded("staff", "message.send", answerMessage);

export default function Messages() {
  const { id, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "審査の一覧", href: "/review" },
          { label: page.receiptNumber, href: `/review/applications/${id}` },
          { label: "連絡" },
        ]}
      />
      <MessageDesk page={page} typed={useActionData<typeof action>()} />
    </>
  );
}
