import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { acknowledgeEdition } from "#app/usecases/applications/edition-change.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { ApplicationProgress } from "./ApplicationProgress.tsx";
import { applicationView } from "./application-view.server.ts";
import { DraftTaskList } from "./DraftTaskList.tsx";
import { MessagesLink } from "./MessagesLink.tsx";
import { SharingState } from "./SharingState.tsx";
import { applicationPath, viewingsPath } from "./paths.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "plan.viewOwn", applicationView);

/** 決まりが変わったという知らせを、確かめた。 */
export const action = guarded("applicant", "plan.draft", async ({ request, param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const editionId = (await request.formData()).get("editionId");
  const told = await acknowledgeEdition(useCase, {
    ...place,
    editionId: typeof editionId === "string" ? editionId : "",
  });
  if (!told.ok) throw refusalResponse(told.error);
  return redirect(`${applicationPath(place)}?done=editionRead`);
});

export const meta = () => [{ title: "認定申請 | 経営力向上計画 電子申請ポータル" }];

const doneWords: Readonly<Record<string, string>> = {
  recalled: "申請を引き戻しました。内容を直して、もう一度申請できます。",
  withdrawn: "申請を取り下げました。",
  editionRead: "新しい決まりで続きを書けます。入力したものは、そのまま残っています。",
};

export default function Application() {
  const view = useLoaderData<typeof loader>();
  const saved = view.saved === null ? undefined : sectionOf(view.saved);
  const unused = view.unused === null ? undefined : sectionOf(view.unused);
  const used = view.used === null ? undefined : sectionOf(view.used);
  const done = view.done === null ? undefined : doneWords[view.done];
  return (
    <>
      <Breadcrumbs
        items={[{ label: "申請と認定", href: `/c/${view.place.companyKey}` }, { label: "認定申請" }]}
      />
      {saved !== undefined && (
        <NotificationBanner kind="success" title={`「${saved.title}」を保存しました`} announce />
      )}
      {unused !== undefined && (
        <NotificationBanner kind="success" title={`「${unused.title}」は使わないことにしました`} announce />
      )}
      {used !== undefined && (
        <NotificationBanner kind="success" title={`「${used.title}」を使うことにしました`} announce />
      )}
      {done !== undefined && <NotificationBanner kind="success" title={done} announce />}
      <PageTitle
        title={view.kind === "change" ? "経営力向上計画の変更に係る認定申請" : "経営力向上計画に係る認定申請"}
        caption={
          <>
            {view.companyName}
            {view.baseNumber !== null && (
              <span className="ml-[1em] inline-block">変える認定 {view.baseNumber}</span>
            )}
            {view.receiptNumber !== null && (
              <span className="ml-[1em] inline-block">受付番号 {view.receiptNumber}</span>
            )}
          </>
        }
        tag={<StatusTag status={view.status} />}
      />
      {view.receiptNumber !== null && <MessagesLink place={view.place} unread={view.unreadMessages} />}
      {view.draft === null ? (
        <ApplicationProgress view={view} />
      ) : (
        <DraftTaskList view={view} draft={view.draft} />
      )}
      {view.receiptNumber !== null && view.sharing !== null && (
        <SharingState place={view.place} given={view.sharing.given} />
      )}
      {view.receiptNumber !== null && (
        <p className="mt-4">
          <a className="link" href={viewingsPath(view.place)}>
            この申請を見た人の記録
          </a>
        </p>
      )}
    </>
  );
}
