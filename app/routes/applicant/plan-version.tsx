import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { openOwnPlan } from "#app/usecases/plans/open-plan.server.ts";
import { PlanVersionPage } from "../PlanVersionPage.tsx";
import { planVersionView } from "../plan-version-view.server.ts";
import { companyPath, planPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "計画の版 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, useCase }) => {
  const opened = await openOwnPlan(useCase, { companyKey: param("company"), planId: param("plan") });
  if (!opened.ok) throw refusalResponse(opened.error);
  const view = planVersionView(opened.value, param("version"));
  if (!view.ok) throw refusalResponse(view.error);
  return { companyKey: param("company"), view: view.value };
});

export default function PlanVersion() {
  const { companyKey, view } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(companyKey) },
          { label: "認定された計画", href: planPath(companyKey, view.planId) },
          { label: view.title },
        ]}
      />
      <PlanVersionPage view={view} />
    </>
  );
}
