import { useLoaderData } from "@remix-run/react";
import { deputyOf } from "#app/domain/access/actor.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { TwoColumn } from "#app/ui/layout/TwoColumn.tsx";
import { PlanDocumentView } from "#app/ui/plan/PlanDocumentView.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { Timeline } from "#app/ui/primitives/Timeline.tsx";
import { ApplicationStagePath } from "#app/ui/workflow/ApplicationStagePath.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { filedAttachments } from "#app/usecases/attachments/frozen-attachments.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { relatedApplications } from "#app/usecases/review/related-applications.server.ts";
import { Attachments } from "./Attachments.tsx";
import { checklistOf } from "#app/usecases/review/checklist.server.ts";
import { ChecklistPanel } from "./ChecklistPanel.tsx";
import { progressView } from "./checklist-view.server.ts";
import { CertificationPanel } from "./CertificationPanel.tsx";
import { CompanyFactsTable } from "./CompanyFactsTable.tsx";
import { recordFacts } from "./company-facts-view.server.ts";
import { DeclinePanel } from "./DeclinePanel.tsx";
import { DeputyHint } from "./DeputyHint.tsx";
import { FieldRemarks } from "./FieldRemarks.tsx";
import { FiledForms } from "./FiledForms.tsx";
import { FilingChecks } from "./FilingChecks.tsx";
import { MailTable } from "./MailTable.tsx";
import { PauseNotice } from "./PauseNotice.tsx";
import { ProposalSummary } from "./ProposalSummary.tsx";
import { RecordHighlights } from "./RecordHighlights.tsx";
import { RecordLinks } from "./RecordLinks.tsx";
import { RecordActions } from "./RecordActions.tsx";
import { ReturnedComments } from "./ReturnedComments.tsx";
import { RelatedApplications } from "./RelatedApplications.tsx";
import { RoutingExplanation } from "./RoutingExplanation.tsx";
import { HoldBar } from "./HoldBar.tsx";
import { holdForPage } from "./record-hold.server.ts";
import { doneTitle } from "./done-titles.ts";
import { recordView } from "./record-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "申請の審査 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.view", async ({ useCase, actor, param, url }) => {
  const opened = await openRecord(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, submission } = opened.value;
  return {
    ...recordView(opened.value),
    hold: await holdForPage(useCase, opened.value),
    attachments: await filedAttachments(useCase, application.id, submission.sequence),
    facts: await recordFacts(useCase, opened.value),
    related: await relatedApplications(useCase, application, submission),
    checks: progressView(await checklistOf(useCase, application)),
    deputy: deputyOf(actor, application.officeCode).onBehalfOf?.name ?? null,
    done: doneTitle(url.searchParams.get("done")),
  };
});

export default function Record() {
  const record = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: record.receiptNumber }]} />
      {record.done !== null && <NotificationBanner kind="success" title={record.done} announce />}
      <PageTitle
        title={record.companyName}
        caption={record.receiptNumber}
        tag={<StatusTag status={record.status} />}
        actions={<RecordActions record={record} />}
      />
      <HoldBar id={record.id} hold={record.hold} />
      <PauseNotice record={record} />
      <RecordHighlights record={record} />
      <ApplicationStagePath
        status={record.status}
        dates={record.stage.dates}
        reached={record.stage.reached}
      />
      <DeputyHint manager={record.deputy} />
      {record.ownProposal !== null && <InlineHint tone="warning">{record.ownProposal}</InlineHint>}
      <TwoColumn asideLabel="経過と連絡" aside={<RecordAside record={record} />}>
        <CertificationPanel record={record} />
        <DeclinePanel record={record} />
        {record.proposal !== null && <ProposalSummary proposal={record.proposal} />}
        <ChecklistPanel id={record.id} progress={record.checks} />
        <FilingChecks findings={record.findings} document={record.document} />
        <ReturnedComments comments={record.comments} document={record.document} />
        <RoutingExplanation officeName={record.officeName} routing={record.routing} />
        <CompanyFactsTable facts={record.facts} />
        <FiledForms record={record} />
        <Attachments applicationId={record.id} attachments={record.attachments} />
        <SectionTitle id="plan">
          計画の内容
          {record.submissionSequence > 1 && `（第${record.submissionSequence}回の申請）`}
        </SectionTitle>
        <RecordLinks record={record} />
        <PlanDocumentView
          document={record.document}
          headingLevel={3}
          note={(section, entry) => <FieldRemarks record={record} section={section.id} field={entry.field} />}
        />
      </TwoColumn>
    </>
  );
}

type RecordData = ReturnType<typeof useLoaderData<typeof loader>>;

function RecordAside({ record }: { readonly record: RecordData }) {
  return (
    <>
      <SectionTitle>経過</SectionTitle>
      <Timeline items={record.timeline} />
      <RelatedApplications related={record.related} />
      <SectionTitle>連絡</SectionTitle>
      <p>
        <a className="link" href={`/review/applications/${record.id}/messages`}>
          申請者との連絡を開く
        </a>
        {record.unreadMessages > 0 && (
          <span className="ml-2">
            <Tag tone="warning">未読 {record.unreadMessages}件</Tag>
          </span>
        )}
      </p>
      <SectionTitle>メール</SectionTitle>
      <MailTable mails={record.mails} />
    </>
  );
}
