import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import {
  cancelAcquisition,
  openEquipment,
  recordAcquisition,
} from "#app/usecases/plans/record-acquisition.server.ts";
import { typedText, typedVersion } from "../reviewer/command-page.server.ts";
import { EquipmentFields } from "./EquipmentFields.tsx";
import { companyPath, planPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "設備の取得の記録 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "plan.recordEquipment", async ({ param, useCase }) => {
  const own = { companyKey: param("company"), planId: param("plan") };
  const found = await openEquipment(useCase, { ...own, row: param("row") });
  if (!found.ok) throw refusalResponse(found.error);
  const { opened, line } = found.value;
  const recorded = line?.acquisition ?? null;
  return {
    ...own,
    intentKey: useCase.newId(),
    version: opened.plan.version,
    planned: line !== null && line.inPlan,
    name: line?.name ?? "",
    acquiredOn: recorded?.acquiredOn ?? "",
    price: recorded === null ? "" : String(recorded.priceYen),
    recorded: recorded !== null,
  };
});

export const action = guarded("applicant", "plan.recordEquipment", async ({ request, param, useCase }) => {
  const form = await request.formData();
  const own = { companyKey: param("company"), planId: param("plan") };
  const typed = {
    name: typedText(form, "name"),
    acquiredOn: typedText(form, "acquiredOn"),
    price: typedText(form, "price"),
  };
  const input = {
    ...own,
    row: param("row"),
    version: typedVersion(form),
    intentKey: typedText(form, "intentKey") || useCase.newId(),
  };
  const cancelled = form.get("do") === "cancel";
  const written = cancelled
    ? await cancelAcquisition(useCase, input)
    : await recordAcquisition(useCase, { ...input, typed });
  if (written.ok)
    throw redirect(
      `${planPath(own.companyKey, own.planId)}?done=${cancelled ? "cancelled" : "recorded"}#equipment`,
    );
  if (written.error.kind === "invalid")
    return data({ typed, errors: written.error.errors, conflict: null }, { status: 422 });
  if (written.error.kind === "stale")
    return data({ typed, errors: {}, conflict: staleMessage(written.error) }, { status: 409 });
  throw refusalResponse(written.error);
});

export default function PlanEquipment() {
  const opened = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[] | undefined>> = sent?.errors ?? {};
  const typed = sent?.typed ?? opened;
  const plan = planPath(opened.companyKey, opened.planId);
  const title = opened.planned ? "設備の取得を記録する" : "計画に書いていない設備の取得を記録する";
  return (
    <div className="max-w-[48rem]">
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(opened.companyKey) },
          { label: "認定された計画", href: plan },
          { label: "設備の取得" },
        ]}
      />
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          (messages ?? []).map((message) => ({ message, fieldId })),
        )}
      />
      {sent !== undefined && sent.conflict !== null && (
        <NotificationBanner kind="error" title={sent.conflict} announce>
          <p>下の欄に、打ったものが残っています。いまの記録を確かめてから、もう一度送ってください。</p>
        </NotificationBanner>
      )}
      <PageTitle
        title={title}
        caption={opened.planned ? opened.name : undefined}
        lead={
          opened.planned
            ? "引渡しを受けた日と、支払った取得価額を記録します。記録は計画の歩みに残ります。"
            : "計画に書いていない設備は、取得から60日以内に、それを書いた変更の申請が受理されると計画に入れられます。記録すると、その期限を示します。"
        }
      />
      <form method="post" noValidate>
        <input type="hidden" name="version" value={opened.version} />
        <input type="hidden" name="intentKey" value={opened.intentKey} />
        <EquipmentFields named={!opened.planned} typed={typed} errors={errors} />
        <ButtonGroup>
          <Button name="do" value="record">
            記録する
          </Button>
          {opened.recorded && (
            <Button name="do" value="cancel" variant="secondary">
              この記録を取り消す
            </Button>
          )}
          <ButtonLink href={plan} variant="tertiary">
            やめて戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </div>
  );
}
