import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { findingWords } from "#app/domain/plan/finding.ts";
import { guarded } from "#app/http/guard.server.ts";
import { notFound, refusalResponse } from "#app/http/responses.server.ts";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { PlanDocumentView } from "#app/ui/plan/PlanDocumentView.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { findingPath } from "./finding-words.ts";
import { applicationPath, companyPath, sectionPath } from "./paths.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const section = sectionOf(param("section"));
  if (section === undefined) throw notFound();
  const checked = await checkApplication(useCase, place);
  if (!checked.ok) throw refusalResponse(checked.error);
  const { application, document, findings } = checked.value;
  if (!isEditable(application.status)) throw redirect(applicationPath(place));
  return {
    place,
    sectionId: section.id,
    title: section.title,
    document: { ...document, sections: document.sections.filter(({ id }) => id === section.id) },
    findings: findings.filter((finding) => finding.section === section.id),
  };
});

export const meta = ({ params }: { readonly params: { readonly section?: string } }) => [
  {
    title: `${sectionOf(params.section ?? "")?.title ?? "区画"}の確認 | 経営力向上計画 電子申請ポータル`,
  },
];

export default function SectionCheck() {
  const { place, sectionId, title, document, findings } = useLoaderData<typeof loader>();
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const inSection = sectionOf(sectionId)?.fields ?? {};
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(place.companyKey) },
          { label: "認定申請", href: applicationPath(place) },
          { label: `${title}の確認` },
        ]}
      />
      <ErrorSummary
        title={`この区画に直すところが${errors.length}件あります`}
        errors={errors.map((finding) => ({
          message: findingWords(finding),
          href: findingPath(place, finding),
        }))}
      />
      <PageTitle title={`${title}の確認`} lead="この区画に書いた内容です。" />
      {warnings.length > 0 && (
        <NotificationBanner kind="warning" title={`確かめていただきたいところが${warnings.length}件あります`}>
          <ul className="list-disc pl-6">
            {warnings.map((finding) => (
              <li key={`${finding.check}-${finding.field}-${finding.rowId ?? ""}`}>
                <a className="link" href={findingPath(place, finding)}>
                  {findingWords(finding)}
                </a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      <PlanDocumentView
        document={document}
        editHref={(section, entry) =>
          inSection[entry.field] === undefined
            ? undefined
            : `${sectionPath(place, section.id)}#${entry.field}`
        }
      />
      <ButtonGroup>
        <ButtonLink href={applicationPath(place)}>一覧に戻る</ButtonLink>
        <ButtonLink href={sectionPath(place, sectionId)} variant="secondary">
          この区画を直す
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
