/** 書いた内容、計算、添付を確かめて、投資計画の確認を申請する。 */
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { filingStanding, mayFileIn } from "#app/domain/access/mandate.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { RequirementList } from "#app/ui/confirmation/RequirementList.tsx";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { fileConfirmation } from "#app/usecases/confirmations/file-confirmation.server.ts";
import { openConfirmation } from "#app/usecases/confirmations/open-confirmation.server.ts";
import { answeredParts } from "../../confirmation-view.server.ts";
import { FilingStandingNotice } from "../FilingStandingNotice.tsx";
import { companyPath } from "../paths.ts";
import { confirmationPath, type ConfirmationPlace, confirmationsPath, evidencePath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "申請の確認 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "confirmation.viewOwn", async ({ param, useCase, actor }) => {
  const place = { companyKey: param("company"), confirmationId: param("id") };
  const opened = await openConfirmation(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { confirmation, draft } = opened.value;
  if (draft === null) throw redirect(confirmationPath(place));
  const { rulebook } = currentRulebook(useCase);
  const lines = (severity: "error" | "warning") =>
    draft.findings
      .filter((finding) => finding.severity === severity)
      .map(({ message, section, field }) => ({ message, href: placeOf(place, section, field) }));
  return {
    place,
    version: confirmation.version,
    facts: draft.evidence.facts,
    errors: lines("error"),
    warnings: lines("warning"),
    bureau: draft.bureau?.name ?? null,
    parts: answeredParts(rulebook, confirmation.type, confirmation.answers),
    requirements: draft.checked.requirements,
    files: draft.evidence.files.map(({ id, fileName }) => ({ id, fileName })),
    standing: filingStanding(actor),
  };
});

const placeOf = (place: ConfirmationPlace, section: string, field: string): string =>
  section === "attachments"
    ? `${evidencePath(place)}#file-${field}`
    : `${confirmationPath(place)}#${section}-${field}`;

export const action = guarded(
  "applicant",
  "confirmation.file",
  async ({ request, param, useCase, tools }) => {
    const place = { companyKey: param("company"), confirmationId: param("id") };
    const form = await request.formData();
    const whole = (name: string): number => {
      const value = form.get(name);
      return typeof value === "string" && /^\d{1,9}$/u.test(value) ? Number(value) : -1;
    };
    const filed = await fileConfirmation(useCase, {
      ...place,
      version: whole("version"),
      facts: whole("facts"),
    });
    if (!filed.ok) {
      // 誤りは、同じ画面を開き直して示す。
      if (filed.error.kind === "notReady") throw redirect(`${confirmationPath(place)}/submit`);
      throw refusalResponse(filed.error);
    }
    tools.wakeWorker();
    throw redirect(`${confirmationPath(place)}?done=filed`);
  },
);

export default function SubmitConfirmation() {
  const page = useLoaderData<typeof loader>();
  const { place, errors, warnings } = page;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(place.companyKey) },
          { label: "投資計画の確認", href: confirmationsPath(place.companyKey) },
          { label: "申請", href: confirmationPath(place) },
          { label: "申請の確認" },
        ]}
      />
      <ErrorSummary errors={errors} title="申請の前に直すところがあります" />
      <PageTitle
        title="申請の確認"
        lead={page.bureau === null ? undefined : `提出先は${page.bureau}です。`}
      />
      {warnings.length > 0 && (
        <NotificationBanner kind="warning" title="確かめるところがあります（申請はできます）">
          <ul className="list-disc pl-6">
            {warnings.map(({ message, href }) => (
              <li key={message}>
                <a className="link" href={href}>
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      <SectionTitle>要件の計算</SectionTitle>
      <RequirementList requirements={page.requirements} />
      {page.parts.map((part) => (
        <section key={part.id} className="mt-8" aria-labelledby={`check-${part.id}`}>
          <SectionTitle id={`check-${part.id}`}>{part.title}</SectionTitle>
          <SummaryList rows={part.rows} />
        </section>
      ))}
      <SectionTitle>添付した書類</SectionTitle>
      {page.files.length === 0 ? (
        <p>ありません。</p>
      ) : (
        <ul className="list-disc pl-6 [overflow-wrap:anywhere]">
          {page.files.map(({ id, fileName }) => (
            <li key={id}>{fileName}</li>
          ))}
        </ul>
      )}
      <FilingStandingNotice standing={page.standing} />
      <form method="post">
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="facts" value={page.facts} />
        <ButtonGroup>
          {mayFileIn(page.standing) && errors.length === 0 && <Button>申請する</Button>}
          <ButtonLink href={confirmationPath(place)} variant="secondary">
            欄に戻って直す
          </ButtonLink>
          <ButtonLink href={evidencePath(place)} variant="secondary">
            書類を添付する
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
