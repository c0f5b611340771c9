import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { NoticeChoiceForm } from "../NoticeChoiceForm.tsx";
import { answerNoticeChoices, noticeChoicesPage } from "../notice-choices-page.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "メールの知らせの受け方 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "notices.choose", noticeChoicesPage);
export const action = guarded("staff", "notices.choose", answerNoticeChoices);

export default function Notifications() {
  return (
    <>
      <Breadcrumbs
        items={[{ label: "自分を待つもの", href: "/review/awaiting" }, { label: "メールの知らせの受け方" }]}
      />
      <NoticeChoiceForm
        page={useLoaderData<typeof loader>()}
        sent={useActionData<typeof action>()}
        lead="あなたへのメールの受け方です。まとめは、業務日の朝8時30分に一通、件数とリンクだけをお送りします。待っているものが無い日は送りません。"
      />
    </>
  );
}
