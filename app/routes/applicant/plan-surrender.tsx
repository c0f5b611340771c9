import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { REQUEST_REASON_LIMIT } from "#app/domain/plan-life/plan-request.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { fileSurrender, openSurrender } from "#app/usecases/plans/file-surrender.server.ts";
import { typedText, typedVersion } from "../reviewer/command-page.server.ts";
import { companyPath, planPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定の取下げの届出 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "plan.surrender", async ({ param, useCase }) => {
  const own = { companyKey: param("company"), planId: param("plan") };
  const opened = await openSurrender(useCase, own);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { number, version } = opened.value;
  return { ...own, number, version, intentKey: useCase.newId() };
});

export const action = guarded("applicant", "plan.surrender", async ({ request, param, useCase, tools }) => {
  const form = await request.formData();
  const own = { companyKey: param("company"), planId: param("plan") };
  const reason = typedText(form, "reason");
  const filed = await fileSurrender(useCase, {
    ...own,
    version: typedVersion(form),
    intentKey: typedText(form, "intentKey") || useCase.newId(),
    reason,
  });
  if (filed.ok) {
    tools.wakeWorker();
    throw redirect(`${planPath(own.companyKey, own.planId)}?done=surrender`);
  }
  if (filed.error.kind === "invalid")
    return data({ reason, errors: filed.error.errors["reason"] ?? [] }, { status: 422 });
  if (filed.error.kind === "stale")
    return data({ reason, errors: [staleMessage(filed.error)] }, { status: 409 });
  throw refusalResponse(filed.error);
});

export default function PlanSurrender() {
  const { companyKey, planId, number, version, intentKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: readonly string[] = sent?.errors ?? [];
  const plan = planPath(companyKey, planId);
  return (
    <div className="max-w-[48rem]">
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(companyKey) },
          { label: "認定された計画", href: plan },
          { label: "認定の取下げの届出" },
        ]}
      />
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "reason" }))} />
      <PageTitle
        title="認定の取下げの届出"
        caption={number}
        lead="計画をやめるときに届け出ます。認定した局が確かめた日に認定が終わり、認定通知書の確認の画面もその日から「届出により終わっています」と答えます。終わった認定は元に戻せず、税制や金融の支援を受けているときは影響があります。"
      />
      <form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="intentKey" value={intentKey} />
        <Textarea
          id="reason"
          name="reason"
          label="取り下げる理由"
          required
          rows={5}
          maxCharacters={REQUEST_REASON_LIMIT}
          defaultValue={sent?.reason ?? ""}
          errors={errors}
        />
        <ButtonGroup>
          <Button variant="danger">取下げを届け出る</Button>
          <ButtonLink href={plan} variant="tertiary">
            やめて戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </div>
  );
}
