import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { deputyOf } from "#app/domain/access/actor.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { TwoColumn } from "#app/ui/layout/TwoColumn.tsx";
import { MarkedPlanView } from "#app/ui/plan/MarkedPlanView.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { ApplicationStagePath } from "#app/ui/workflow/ApplicationStagePath.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { filedAttachments } from "#app/usecases/attachments/frozen-attachments.server.ts";
import { answerableBy } from "#app/usecases/consultations/answer-consultation.server.ts";
import { openRecordToRead } from "#app/usecases/consultations/open-record-to-read.server.ts";
import { relatedApplications } from "#app/usecases/review/related-applications.server.ts";
import { Attachments } from "./Attachments.tsx";
import { BounceNotice } from "./BounceNotice.tsx";
import { bounceView } from "./bounce-view.server.ts";
import { checklistOf } from "#app/usecases/review/checklist.server.ts";
import { ChecklistPanel } from "./ChecklistPanel.tsx";
import { progressView } from "./checklist-view.server.ts";
import { ChangePanel } from "./ChangePanel.tsx";
import { CertificationPanel } from "./CertificationPanel.tsx";
import { CompanyFactsTable } from "./CompanyFactsTable.tsx";
import { recordFacts } from "./company-facts-view.server.ts";
import { DeclinePanel } from "./DeclinePanel.tsx";
import { DeputyHint } from "./DeputyHint.tsx";
import { FieldRemarks } from "./FieldRemarks.tsx";
import { FiledForms } from "./FiledForms.tsx";
import { FilingChecks } from "./FilingChecks.tsx";
import { RecordAside } from "./RecordAside.tsx";
import { consultationsView } from "./consultation-view.server.ts";
import { ConsultationsPanel } from "./ConsultationsPanel.tsx";
import { PauseNotice } from "./PauseNotice.tsx";
import { ProposalSummary } from "./ProposalSummary.tsx";
import { RecordHighlights } from "./RecordHighlights.tsx";
import { RecordLinks } from "./RecordLinks.tsx";
import { RecordActions } from "./RecordActions.tsx";
import { ReturnedComments } from "./ReturnedComments.tsx";
import { RoutingExplanation } from "./RoutingExplanation.tsx";
import { HoldBar } from "./HoldBar.tsx";
import { holdForPage } from "./record-hold.server.ts";
import { doneTitle } from "./done-titles.ts";
import { recordView } from "./record-view.server.ts";

export const handle = { scripts: false };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data === undefined ? "申請の審査" : `${data.receiptNumber} ${data.companyName}`} | 経営力向上計画 電子申請ポータル`,
  },
];

export const loader = guarded("staff", "review.view", async ({ useCase, param, url, actor }) => {
  const opened = await openRecordToRead(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, submission, consulted } = opened.value;
  return {
    ...recordView(opened.value),
    consultations: consultationsView(
      opened.value,
      answerableBy(actor, opened.value.consultations),
      tokyoDay(useCase.clock.now()),
    ),
    hold: await holdForPage(useCase, opened.value),
    attachments: await filedAttachments(useCase, application.id, submission.sequence),
    deputy: deputyOf(actor, application.officeCode).onBehalfOf?.name ?? null,
    // 求められた局の人には、審査の内側を渡さない。
    inside: consulted
      ? null
      : {
          facts: await recordFacts(useCase, opened.value),
          bounced: bounceView(useCase, opened.value),
          related: await relatedApplications(useCase, application, submission),
          checks: progressView(await checklistOf(useCase, application)),
        },
    only: url.searchParams.get("only") === "changed",
    done: doneTitle(url.searchParams.get("done")),
  };
});

export default function Record() {
  const record = useLoaderData<typeof loader>();
  const { inside } = record;
  return (
    <>
      <Breadcrumbs items={[record.consulted ? consultedHome : home, { label: record.receiptNumber }]} />
      {record.done !== null && <NotificationBanner kind="success" title={record.done} announce />}
      <PageTitle
        title={record.companyName}
        caption={record.receiptNumber}
        tag={<StatusTag status={record.status} />}
        actions={<RecordActions record={record} />}
      />
      <HoldBar id={record.id} hold={record.hold} />
      {inside !== null && <PauseNotice record={record} />}
      {inside !== null && <BounceNotice applicationId={record.id} {...inside.bounced} />}
      <RecordHighlights record={record} />
      <ApplicationStagePath
        status={record.status}
        dates={record.stage.dates}
        reached={record.stage.reached}
      />
      <DeputyHint manager={record.deputy} />
      {record.ownProposal !== null && <InlineHint tone="warning">{record.ownProposal}</InlineHint>}
      <TwoColumn
        asideLabel="経過と連絡"
        aside={<RecordAside record={record} related={inside?.related ?? null} />}
      >
        <ChangePanel record={record} />
        <CertificationPanel record={record} />
        <DeclinePanel record={record} />
        {record.proposal !== null && <ProposalSummary proposal={record.proposal} />}
        <ConsultationsPanel id={record.id} consultations={record.consultations} />
        {inside !== null && <ChecklistPanel id={record.id} progress={inside.checks} />}
        <FilingChecks findings={record.findings} document={record.document} />
        <ReturnedComments comments={record.comments} document={record.document} />
        <RoutingExplanation officeName={record.officeName} routing={record.routing} />
        {inside !== null && <CompanyFactsTable facts={inside.facts} />}
        <FiledForms record={record} />
        <Attachments applicationId={record.id} attachments={record.attachments} />
        <SectionTitle id="plan">
          計画の内容
          {record.submissionSequence > 1 && `（第${record.submissionSequence}回の申請）`}
        </SectionTitle>
        {inside !== null && <RecordLinks record={record} />}
        <MarkedPlanView
          document={record.document}
          base={record.base}
          kind={record.kind}
          only={record.only}
          path={`/review/applications/${record.id}`}
          headingLevel={3}
          note={(section, entry) => <FieldRemarks record={record} section={section.id} field={entry.field} />}
        />
      </TwoColumn>
    </>
  );
}

const home = { label: "審査の一覧", href: "/review" };
const consultedHome = { label: "意見照会と同意", href: "/review/consultations" };
