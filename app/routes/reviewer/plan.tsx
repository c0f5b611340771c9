import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { PlanStateTag } from "#app/ui/plan-life/PlanStateTag.tsx";
import { openOfficePlan } from "#app/usecases/plans/open-plan.server.ts";
import { PlanPage } from "../PlanPage.tsx";
import { planView } from "../plan-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定された計画 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.list", async ({ param, useCase }) => {
  const opened = await openOfficePlan(useCase, param("plan"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const record = (applicationId: string): string => `/review/applications/${applicationId}`;
  return planView(
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
});

export default function Plan() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "計画の一覧", href: "/review/plans" }, { label: view.number }]} />
      <PageTitle title={view.holderName} caption={view.number} tag={<PlanStateTag state={view.state} />} />
      <PlanPage
        view={view}
        showActors
        actions={
          view.change === null || view.change.href === null ? null : (
            <p className="mb-4">
              変更の申請：
              <a className="link" href={view.change.href}>
                {view.change.receiptNumber}
              </a>
            </p>
          )
        }
      />
    </>
  );
}
