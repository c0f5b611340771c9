import { useLoaderData } from "@remix-run/react";
import { mayDo } from "#app/domain/access/resolver.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { PlanStateTag } from "#app/ui/plan-life/PlanStateTag.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { openOwnPlan } from "#app/usecases/plans/open-plan.server.ts";
import { PlanPage } from "../PlanPage.tsx";
import { planView } from "../plan-view.server.ts";
import { PlanActions } from "./PlanActions.tsx";
import { applicationPath, certificatePath, companyPath, planPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定された計画 | 経営力向上計画 電子申請ポータル" }];

const doneWords: Readonly<Record<string, string>> = {
  recorded: "設備の取得を記録しました",
  surrender: "認定の取下げを届け出ました。局が確かめた日に、認定が終わります。",
  cancelled: "設備の取得の記録を取り消しました",
};

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, useCase, actor, url }) => {
  const companyKey = param("company");
  const opened = await openOwnPlan(useCase, { companyKey, planId: param("plan") });
  if (!opened.ok) throw refusalResponse(opened.error);
  const { plan, leftAt } = opened.value;
  const may = (action: Parameters<typeof mayDo>[1]): boolean => mayDo(actor, action, { companyKey }).allowed;
  const path = planPath(companyKey, plan.id);
  return {
    companyKey,
    left: leftAt !== null,
    done: doneWords[url.searchParams.get("done") ?? ""] ?? null,
    view: planView(
      opened.value,
      {
        plan: path,
        certificate: ({ row }) =>
          may("certificate.download") ? certificatePath(companyKey, row.number) : null,
        application: (application) =>
          application.companyKey === companyKey
            ? applicationPath({ companyKey, applicationId: application.id })
            : null,
        equipment:
          leftAt === null && may("plan.recordEquipment") ? (row) => `${path}/equipment/${row}` : null,
      },
      useCase.clock.now(),
    ),
  };
});

export default function Plan() {
  const { companyKey, view, done, left } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[{ label: "申請と認定", href: companyPath(companyKey) }, { label: "認定された計画" }]}
      />
      {done !== null && <NotificationBanner kind="success" title={done} announce />}
      <PageTitle title="認定された計画" caption={view.number} tag={<PlanStateTag state={view.state} />} />
      <PlanPage
        view={view}
        showActors={false}
        actions={left ? null : <PlanActions companyKey={companyKey} view={view} />}
      />
    </>
  );
}
