import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { attachmentSection } from "#app/domain/attachment/attachment-kind.ts";
import { postalRouting, stopsPosting } from "#app/domain/plan/postal.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { filingStanding, mayFileIn } from "#app/domain/access/mandate.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { MarkedPlanView } from "#app/ui/plan/MarkedPlanView.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { ForecastLines } from "#app/ui/plan/figures/ForecastLines.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { EligibilitySummary } from "./EligibilitySummary.tsx";
import { findingPath, findingText } from "./finding-words.ts";
import { applicationPath, postPath, sectionPath } from "./paths.ts";
import { FilingStandingNotice } from "./FilingStandingNotice.tsx";
import { UnsavedNotice, useUnsavedFirst } from "./UnsavedNotice.tsx";
import { RoutingAnswerView } from "./RoutingAnswerView.tsx";

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, url, useCase, actor }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const checked = await checkApplication(useCase, place);
  if (!checked.ok) throw refusalResponse(checked.error);
  const { application, document, base, findings, routing, eligibility, forecast } = checked.value;
  if (!isEditable(application.status)) throw redirect(applicationPath(place));
  return {
    place,
    document,
    base,
    kind: application.kind,
    only: url.searchParams.get("only") === "changed",
    findings,
    routing,
    eligibility,
    forecast,
    standing: filingStanding(actor),
    accountId: actor.accountId,
    kept: url.searchParams.get("kept") === "saved",
  };
});

export const meta = () => [{ title: "内容の確認 | 経営力向上計画 電子申請ポータル" }];

export default function Check() {
  const {
    place,
    document,
    base,
    kind,
    only,
    findings,
    routing,
    eligibility,
    forecast,
    standing,
    accountId,
    kept,
  } = useLoaderData<typeof loader>();
  const { unsaved } = useUnsavedFirst(place, accountId);
  const postal = postalRouting(routing) !== null;
  const errors = findings.filter((finding) =>
    postal ? stopsPosting(finding) : finding.severity === "error",
  );
  const warnings = findings.filter(
    (finding) => finding.severity === "warning" && !(postal && finding.section === attachmentSection),
  );
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${place.companyKey}` },
          { label: "認定申請", href: applicationPath(place) },
          { label: "内容の確認" },
        ]}
      />
      <ErrorSummary
        title={`${postal ? "印刷" : "申請"}の前に直すところが${errors.length}件あります`}
        errors={errors.map((finding) => ({
          message: findingText(finding),
          href: findingPath(place, finding),
        }))}
      />
      <PageTitle
        title="内容の確認"
        lead="申請する内容を確かめます。直すときは、項目の「変更」から戻れます。"
      />
      <UnsavedNotice unsaved={unsaved} place={place} kept={kept} />
      {warnings.length > 0 && (
        <NotificationBanner kind="warning" title={`確かめていただきたいところが${warnings.length}件あります`}>
          <p>
            {postal
              ? "このままでも印刷できます。"
              : "このままでも申請できます。内容は審査担当にも伝わります。"}
          </p>
          <ul className="mt-2 list-disc pl-6">
            {warnings.map((finding) => (
              <li key={`${finding.check}-${finding.field}-${finding.rowId ?? ""}`}>
                <a className="link" href={findingPath(place, finding)}>
                  {findingText(finding)}
                </a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      <EligibilitySummary eligibility={eligibility} place={place} />
      <RoutingAnswerView routing={routing} explained />
      <DescriptionCard title="日付の見込み">
        <ForecastLines forecast={forecast} />
      </DescriptionCard>
      <MarkedPlanView
        document={document}
        base={base}
        kind={kind}
        only={only}
        path={`${applicationPath(place)}/check`}
        editHref={(section, entry) =>
          sectionOf(section.id)?.fields[entry.field] === undefined
            ? undefined
            : `${sectionPath(place, section.id)}#${entry.field}`
        }
      />
      <ButtonGroup>
        {errors.length === 0 && postal && unsaved.kind === "none" && (
          <ButtonLink href={postPath(place)}>印刷と郵送に進む</ButtonLink>
        )}
        {errors.length === 0 && !postal && mayFileIn(standing) && unsaved.kind === "none" && (
          <ButtonLink href={`${applicationPath(place)}/submit`}>申請に進む</ButtonLink>
        )}
        <ButtonLink href={`${applicationPath(place)}/form.pdf`} variant="secondary">
          申請書の PDF を開く（下書き）
        </ButtonLink>
        <ButtonLink href={applicationPath(place)} variant="tertiary">
          一覧に戻る
        </ButtonLink>
      </ButtonGroup>
      {!postal && <FilingStandingNotice standing={standing} />}
    </>
  );
}
