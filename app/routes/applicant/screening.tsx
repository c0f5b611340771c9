import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { screeningTitle } from "#app/domain/eligibility/screening.ts";
import { outcomeNotice } from "#app/domain/eligibility/screening-outcomes.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { openScreening } from "#app/usecases/applications/open-screening.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { EligibilitySummary } from "./EligibilitySummary.tsx";
import { OutcomeSteps } from "./OutcomeSteps.tsx";
import { applicationPath, companyPath, screeningPagePath, startChangePath } from "./paths.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const opened = await openScreening(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { editable, path, eligibility } = opened.value;
  if (!editable) throw redirect(applicationPath(place));
  if (path.next.kind === "question") throw redirect(screeningPagePath(place, path.next.id));
  const words = ({ question, chosen }: (typeof path.answered)[number]) => ({
    id: question.id,
    label: question.label,
    chosen: chosen.label,
  });
  return {
    place,
    notice: outcomeNotice(path.next.outcome),
    answered: path.answered.map(words),
    unused: path.unused.map(words),
    eligibility,
  };
});

export const meta = () => [{ title: "始めの質問の結果 | 経営力向上計画 電子申請ポータル" }];

export default function ScreeningOutcome() {
  const { place, notice, answered, unused, eligibility } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(place.companyKey) },
          { label: "認定申請", href: applicationPath(place) },
          { label: screeningTitle },
        ]}
      />
      <PageTitle caption={`${screeningTitle}の結果`} title={notice.title} />
      <OutcomeSteps notice={notice} place={place} />
      <ButtonGroup>
        {notice.startsChange === true && (
          <ButtonLink href={startChangePath(place.companyKey)}>変更の認定申請を始める</ButtonLink>
        )}
        <ButtonLink href={applicationPath(place)} variant={notice.mayContinue ? "primary" : "secondary"}>
          {notice.mayContinue ? "区画の一覧に進む" : "下書きを残して、区画の一覧を見る"}
        </ButtonLink>
      </ButtonGroup>
      <div className="mt-8">
        <EligibilitySummary eligibility={eligibility} place={place} />
      </div>
      <SectionTitle>答えの一覧</SectionTitle>
      <SummaryList
        rows={answered.map(({ id, label, chosen }) => ({
          key: id,
          label,
          value: chosen,
          action: { href: screeningPagePath(place, id) },
        }))}
      />
      {unused.length > 0 && (
        <>
          <SectionTitle level={3}>いまの答えでは使わない答え</SectionTitle>
          <p className="mb-2 text-solid-gray-700">
            消さずに残してあります。前の答えを元に戻すと、また使います。
          </p>
          <SummaryList rows={unused.map(({ id, label, chosen }) => ({ key: id, label, value: chosen }))} />
        </>
      )}
    </>
  );
}
