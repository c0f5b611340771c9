import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { MessageDesk } from "../MessageDesk.tsx";
import { answerMessage, messagesPage } from "../messages-page.server.ts";
import { applicationPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "連絡 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "message.read", async (guard) => ({
  place: { companyKey: guard.param("company"), applicationId: guard.param("id") },
  ...(await messagesPage(guard)),
}));

export const action = guarded("applicant", "message.send", answerMessage);

export default function Messages() {
  const { place, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${place.companyKey}` },
          { label: "認定申請", href: applicationPath(place) },
          { label: "連絡" },
        ]}
      />
      <MessageDesk page={page} typed={useActionData<typeof action>()} />
    </>
  );
}
