import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayDo } from "#app/domain/access/resolver.ts";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { listWork, WORK_LIST_PAGE_SIZE } from "#app/usecases/review/list-work.server.ts";
import { savedViews } from "#app/usecases/review/saved-views.server.ts";
import { ListExport } from "./ListExport.tsx";
import { ListFilters } from "./ListFilters.tsx";
import { ListGroups } from "./ListGroups.tsx";
import { ListTable } from "./ListTable.tsx";
import { ListViews, SaveView } from "./ListViews.tsx";
import { KeysetPages } from "#app/ui/layout/KeysetPages.tsx";
import { workListView } from "./work-list-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "審査の一覧 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.list", async ({ url, useCase, actor }) => {
  const views = await savedViews(useCase);
  if (!views.ok) throw refusalResponse(views.error);
  const pinned = views.value.find((view) => view.pinned);
  // 条件のない URL で開いたら、初めに開く見方へ移る。
  if (pinned !== undefined && url.search === "")
    throw redirect(`/review?${pinned.query}${pinned.query === "" ? "" : "&"}view=${pinned.id}`);
  const read = readListQuery(url.searchParams);
  const listed = await listWork(useCase, read.query);
  if (!listed.ok) throw refusalResponse(listed.error);
  const { rulebook } = currentRulebook(useCase);
  return {
    ...workListView(actor, read, listed.value, {
      rulebook,
      views: views.value,
      panel: url.searchParams.get("panel") === "open",
    }),
    manages: mayDo(actor, "office.nameSubstitute").allowed,
    nextLabel: `次の${WORK_LIST_PAGE_SIZE}件`,
  };
});

const count = (value: number): string => value.toLocaleString("ja-JP");

export default function WorkList() {
  const view = useLoaderData<typeof loader>();
  const { rows, total, narrowed, ignored } = view;
  return (
    <>
      <script src="/list-keys.js" defer />
      <PageTitle title="審査の一覧" />
      {ignored.length > 0 && (
        <NotificationBanner kind="warning" title="使わなかった条件があります">
          <p>次の条件は読み取れなかったので、使っていません：{ignored.join("、")}</p>
        </NotificationBanner>
      )}
      <ListViews view={view} />
      <Tabs label="状態で絞り込む" tabs={view.tabs} />
      <ListFilters view={view} />
      <SaveView view={view} />
      {narrowed.length > 0 && (
        <p className="mb-4 text-dns-16N-130">
          絞り込み：{narrowed.join("、")}
          <a href={view.clearHref} className="link ml-3">
            条件を外す
          </a>
        </p>
      )}
      <ListGroups view={view} />
      {view.beyondHolidayTable && (
        <InlineHint tone="warning">
          休日の表にない年の「目安の日」があります。業務日で数える申請では、実際の日とずれることがあります。
        </InlineHint>
      )}
      <ListTable view={view} />
      {rows.length > 0 && (
        <KeysetPages
          firstHref={view.firstHref}
          nextHref={view.nextHref}
          nextLabel={view.nextLabel}
          summary={
            total.exact
              ? `${count(total.count)}件のうち${count(rows.length)}件を表示しています`
              : `${count(total.count)}件より多い中の${count(rows.length)}件を表示しています`
          }
        />
      )}
      {view.exports && rows.length > 0 && <ListExport kept={view.kept} />}
      {view.bulk.length > 0 && (
        <p className="print-hidden mt-6 flex flex-wrap gap-6">
          <a className="link" href="/review/transfers">
            移送の記録
          </a>
          <a className="link" href="/review/text-blocks">
            局の文例
          </a>
          <a className="link" href="/review/checklists">
            局の確認の一覧
          </a>
          {view.manages && (
            <>
              <a className="link" href="/review/assign-rules">
                担当の決まり
              </a>
              <a className="link" href="/review/substitutes">
                代決
              </a>
            </>
          )}
        </p>
      )}
    </>
  );
}
