import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filingStanding } from "#app/domain/access/mandate.ts";
import { postalRouting } from "#app/domain/plan/postal.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { articleOfFiling } from "#app/domain/plan/form-number.ts";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import { contentSeen, fileApplication } from "#app/usecases/applications/file-application.server.ts";
import { consentOf } from "#app/usecases/sharing/sharing-consent.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { Checkbox } from "#app/ui/primitives/Checkbox.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { hasUnsaved } from "#app/ui/form/autosave/unsaved-entries.ts";
import { FilingStandingNotice } from "./FilingStandingNotice.tsx";
import { applicationPath, postPath } from "./paths.ts";
import { SharingState } from "./SharingState.tsx";
import { UnsavedNotice, useUnsavedFirst } from "./UnsavedNotice.tsx";

export const loader = guarded("applicant", "plan.file", async ({ param, url, useCase, actor }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const checked = await checkApplication(useCase, place);
  if (!checked.ok) throw refusalResponse(checked.error);
  const { application, findings, routing } = checked.value;
  if (!isEditable(application.status)) throw redirect(`${applicationPath(place)}/receipt`);
  if (postalRouting(routing) !== null) throw redirect(postPath(place));
  if (routing.kind !== "decided" || findings.some((finding) => finding.severity === "error"))
    throw redirect(`${applicationPath(place)}/check`);
  const { office, addressee, guideline, processing } = routing.routing;
  return {
    place,
    version: application.version,
    article: articleOfFiling(application.kind),
    seen: contentSeen(checked.value),
    refiling: application.receiptNumber,
    companyName: application.companyName,
    office: office.name,
    addressee,
    guideline: guideline.name,
    processing: processingLabel(processing),
    accountId: actor.accountId,
    standing: filingStanding(actor),
    kept: url.searchParams.get("kept") === "saved",
    sharing: (await consentOf(useCase, application)).given,
  };
});

export const action = guarded("applicant", "plan.file", async ({ request, param, useCase, tools }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const form = await request.formData();
  if (form.get("declaration") !== "yes")
    return data(
      { error: "申請するには、内容に誤りがないことを確かめて、印を付けてください。" },
      { status: 422 },
    );
  const seen = form.get("seen");
  const filed = await fileApplication(useCase, {
    ...place,
    version: Number(form.get("version")),
    seen: typeof seen === "string" ? seen : "",
  });
  if (!filed.ok) {
    if (filed.error.kind === "notReady") throw redirect(`${applicationPath(place)}/check`);
    throw refusalResponse(filed.error);
  }
  tools.wakeWorker();
  throw redirect(`${applicationPath(place)}/receipt`);
});

export const meta = () => [{ title: "申請 | 経営力向上計画 電子申請ポータル" }];

export default function Submit() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { unsaved, look } = useUnsavedFirst(page.place, page.accountId);
  const errors = sent === undefined ? [] : [sent.error];
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${page.place.companyKey}` },
          { label: "認定申請", href: applicationPath(page.place) },
          { label: "申請" },
        ]}
      />
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "declaration" }))} />
      <PageTitle
        title={page.refiling === null ? "申請する" : "もう一度申請する"}
        lead="次の提出先に申請します。申請した後は、受理されるまで引き戻すことができます。"
      />
      <FilingStandingNotice standing={page.standing} />
      <UnsavedNotice unsaved={unsaved} place={page.place} kept={page.kept} />
      <SummaryList
        rows={[
          { key: "company", label: "申請する事業者", value: page.companyName },
          { key: "office", label: "提出先", value: page.office },
          { key: "addressee", label: "宛先", value: `${page.addressee} 殿` },
          { key: "guideline", label: "事業分野別指針", value: page.guideline },
          { key: "processing", label: "標準処理期間", value: page.processing },
          ...(page.refiling === null ? [] : [{ key: "receipt", label: "受付番号", value: page.refiling }]),
        ]}
      />
      <SharingState place={page.place} given={page.sharing} />
      <form
        method="post"
        noValidate
        className="mt-6"
        onSubmit={(event) => {
          // 別の窓でいま打った物も、送り終えてから申請する。
          if (!hasUnsaved({ accountId: page.accountId, ...page.place })) return;
          event.preventDefault();
          void look();
        }}
      >
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="seen" value={page.seen} />
        <Checkbox
          id="declaration"
          name="declaration"
          label={`中小企業等経営強化法${page.article}の規定に基づく認定の申請として、内容に誤りがないことを確かめました`}
          errors={errors}
        />
        <ButtonGroup>
          <Button disabled={unsaved.kind !== "none"}>申請する</Button>
          <ButtonLink href={`${applicationPath(page.place)}/check`} variant="secondary">
            内容の確認に戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
