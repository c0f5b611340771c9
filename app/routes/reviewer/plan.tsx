import { useLoaderData } from "@remix-run/react";
import { mayDo } from "#app/domain/access/resolver.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { PlanStateTag } from "#app/ui/plan-life/PlanStateTag.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { openOfficePlan } from "#app/usecases/plans/open-plan.server.ts";
import { PlanPage } from "../PlanPage.tsx";
import { planView } from "../plan-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定された計画 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.list", async ({ param, useCase, actor, url }) => {
  const opened = await openOfficePlan(useCase, param("plan"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const record = (applicationId: string): string => `/review/applications/${applicationId}`;
  const { officeCode } = opened.value.plan;
  const view = planView(
    opened.value,
    {
      plan: `/review/plans/${opened.value.plan.id}`,
      certificate: ({ row }) =>
        row.applicationId === null ? null : `${record(row.applicationId)}/certificate.pdf`,
      // 申請の前の下書きは、局には見えない。
      application: ({ id, submissionSequence }) => (submissionSequence === 0 ? null : record(id)),
      equipment: null,
    },
    useCase.clock.now(),
  );
  return {
    view,
    mayDecide: mayDo(actor, "plan.decideSurrender", { officeCode }).allowed,
    done: url.searchParams.get("done") === "decided" ? "取下げの届出を決めました" : null,
  };
});

export default function Plan() {
  const { view, mayDecide, done } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "計画の一覧", href: "/review/plans" }, { label: view.number }]} />
      <PageTitle title={view.holderName} caption={view.number} tag={<PlanStateTag state={view.state} />} />
      <PlanPage
        view={view}
        showActors
        actions={
          <>
            {done !== null && <NotificationBanner kind="success" title={done} announce />}
            {view.change !== null && view.change.href !== null && (
              <p className="mb-4">
                変更の申請：
                <a className="link" href={view.change.href}>
                  {view.change.receiptNumber}
                </a>
              </p>
            )}
            {mayDecide && view.waiting !== null && (
              <p className="mb-4">
                <a className="link" href={`/review/plans/${view.id}/surrenders/${view.waiting.id}`}>
                  認定の取下げの届出を決める
                </a>
              </p>
            )}
          </>
        }
      />
    </>
  );
}
