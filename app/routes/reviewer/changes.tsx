import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { openChanges } from "#app/usecases/review/open-changes.server.ts";
import { AnsweredComments } from "./AnsweredComments.tsx";
import { ChangeTable } from "./ChangeTable.tsx";
import { changesView } from "./changes-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "変更点 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.view", async ({ useCase, param, url }) => {
  const opened = await openChanges(useCase, param("id"), url.searchParams.get("from"));
  if (!opened.ok) throw refusalResponse(opened.error);
  return changesView(opened.value);
});

export default function Changes() {
  const view = useLoaderData<typeof loader>();
  const record = `/review/applications/${view.id}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "審査の一覧", href: "/review" },
          { label: view.receiptNumber, href: record },
          { label: "変更点" },
        ]}
      />
      <PageTitle
        title="変更点"
        caption={`${view.receiptNumber}　${view.companyName}`}
        tag={<StatusTag status={view.status} />}
        lead={view.base === null ? undefined : `${view.base}から、${view.now}までの違いです。`}
      />
      {view.bases.length > 1 && (
        <Tabs
          label="比べる相手を選ぶ"
          tabs={view.bases.map(({ key, label, current }) => ({
            label,
            href: `${record}/changes?from=${key}`,
            current,
          }))}
        />
      )}
      <AnsweredComments comments={view.answered} />
      {view.base === null ? (
        <EmptyState title="比べる申請がありません">
          <p>{view.none}</p>
        </EmptyState>
      ) : (
        view.sections.length === 0 && (
          <EmptyState title="違いはありません">
            <p>様式の値は、どの欄も同じです。</p>
          </EmptyState>
        )
      )}
      {view.sections.map((section) => (
        <section key={section.id} aria-labelledby={`changed-${section.id}`} className="mb-8">
          <SectionTitle id={`changed-${section.id}`}>{section.title}</SectionTitle>
          <ChangeTable section={section} />
        </section>
      ))}
    </>
  );
}
