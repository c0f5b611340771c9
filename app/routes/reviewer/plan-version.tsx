import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { openOfficePlan } from "#app/usecases/plans/open-plan.server.ts";
import { PlanVersionPage } from "../PlanVersionPage.tsx";
import { planVersionView } from "../plan-version-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "計画の版 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.list", async ({ param, useCase }) => {
  const opened = await openOfficePlan(useCase, param("plan"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const view = planVersionView(opened.value, param("version"));
  if (!view.ok) throw refusalResponse(view.error);
  return view.value;
});

export default function PlanVersion() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "計画の一覧", href: "/review/plans" },
          { label: view.planNumber, href: `/review/plans/${view.planId}` },
          { label: view.title },
        ]}
      />
      <PlanVersionPage view={view} />
    </>
  );
}
