import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { REQUEST_REASON_LIMIT } from "#app/domain/plan-life/plan-request.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { decideSurrender, openSurrenderDecision } from "#app/usecases/plans/decide-surrender.server.ts";
import { typedText, typedVersion } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定の取下げの届出の決定 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "plan.decideSurrender", async ({ param, useCase }) => {
  const opened = await openSurrenderDecision(useCase, { planId: param("plan"), requestId: param("request") });
  if (!opened.ok) throw refusalResponse(opened.error);
  const { plan, request } = opened.value;
  return {
    planId: plan.id,
    number: plan.number,
    version: plan.version,
    reason: request.reason,
    by: request.proposedByName,
    at: formatTokyoInstant(request.createdAt),
  };
});

export const action = guarded("staff", "plan.decideSurrender", async ({ request, param, useCase, tools }) => {
  const form = await submittedForm(request);
  const note = typedText(form, "note");
  const decided = await decideSurrender(useCase, {
    planId: param("plan"),
    requestId: param("request"),
    version: typedVersion(form),
    accepted: form.get("do") === "accept",
    note,
  });
  if (decided.ok) {
    tools.wakeWorker();
    throw redirect(`/review/plans/${encodeURIComponent(param("plan"))}?done=decided`);
  }
  if (decided.error.kind === "invalid")
    return data({ note, errors: decided.error.errors["note"] ?? [] }, { status: 422 });
  if (decided.error.kind === "stale")
    return data({ note, errors: [staleMessage(decided.error)] }, { status: 409 });
  throw refusalResponse(decided.error);
});

export default function PlanSurrender() {
  const { planId, number, version, reason, by, at } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: readonly string[] = sent?.errors ?? [];
  return (
    <div className="max-w-[48rem]">
      <Breadcrumbs
        items={[
          { label: "計画の一覧", href: "/review/plans" },
          { label: number, href: `/review/plans/${planId}` },
          { label: "認定の取下げの届出" },
        ]}
      />
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "note" }))} />
      <PageTitle
        title="認定の取下げの届出の決定"
        caption={number}
        lead="認めると、今日、認定が終わり、確認の画面と連携先にもすぐに伝わります。終わった認定は元に戻せません。"
      />
      <SummaryList
        rows={[
          { key: "reason", label: "届出の理由", value: reason },
          { key: "by", label: "届け出た人", value: by },
          { key: "at", label: "届出の日時", value: at },
        ]}
      />
      <form method="post" noValidate className="mt-6">
        <input type="hidden" name="version" value={version} />
        <Textarea
          id="note"
          name="note"
          label="認めない理由"
          help="認めないときだけ書きます。届け出た会社にこのまま見えます。"
          rows={3}
          maxCharacters={REQUEST_REASON_LIMIT}
          defaultValue={sent?.note ?? ""}
          errors={errors}
        />
        <ButtonGroup>
          <Button name="do" value="accept" variant="danger">
            届出を認め、認定を終える
          </Button>
          <Button name="do" value="refuse" variant="secondary">
            認めない
          </Button>
        </ButtonGroup>
      </form>
    </div>
  );
}
