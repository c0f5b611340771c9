import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { NoticeChoiceForm } from "../NoticeChoiceForm.tsx";
import { answerNoticeChoices, noticeChoicesPage } from "../notice-choices-page.server.ts";
import { companyPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "メールの知らせの受け方 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "notices.choose", async (guard) => ({
  home: companyPath(guard.param("company")),
  ...(await noticeChoicesPage(guard)),
}));
export const action = guarded("applicant", "notices.choose", answerNoticeChoices);

export default function Notifications() {
  const { home, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "申請と認定", href: home }, { label: "メールの知らせの受け方" }]} />
      <NoticeChoiceForm
        page={page}
        sent={useActionData<typeof action>()}
        lead="この会社の全部の申請に当てはまります。メールは、申請に書いた担当者のメールアドレスに届きます。まとめは、業務日の朝8時30分に一通、件数とリンクだけをお送りします。動きの無い日は送りません。"
      />
    </>
  );
}
