import { useLoaderData } from "@remix-run/react";
import { filingStanding } from "#app/domain/access/mandate.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { shownStatus } from "#app/domain/workflow/statuses.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { draftProgress, listCompany } from "#app/usecases/applications/list-company.server.ts";
import { waitingReports } from "#app/usecases/reports/open-reports.server.ts";
import { bouncesForCompany } from "#app/usecases/notifications/bounces.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { CertifiedTable } from "./CertifiedTable.tsx";
import { companyReport } from "../progress-view.server.ts";
import { CompanyReports } from "./CompanyReports.tsx";
import { CompanyBounces } from "./CompanyBounces.tsx";
import { CompanyLinks } from "./CompanyLinks.tsx";
import { FilingStandingNotice } from "./FilingStandingNotice.tsx";
import { applicationPath, companyPath, startChangePath } from "./paths.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "company.view", async ({ param, useCase, actor }) => {
  const home = await listCompany(useCase, param("company"));
  if (!home.ok) throw refusalResponse(home.error);
  const { company, applications, certifications, revoked } = home.value;
  const progress = await draftProgress(useCase, home.value);
  return {
    companyKey: company.key,
    name: company.name,
    entry: actor.accountType === "entry",
    standing: filingStanding(actor),
    prime: actor.accountType === "prime",
    bounces: bouncesForCompany(useCase, company.key),
    reports: waitingReports(useCase, company.key).map(companyReport),
    returned: applications
      .filter((row) => row.status === "returned")
      .map((row) => ({ id: row.id, receiptNumber: row.receiptNumber ?? "" })),
    applications: applications.map((row) => ({
      id: row.id,
      receiptNumber: row.receiptNumber ?? "（申請前）",
      status: shownStatus(row.status, revoked.has(row.id)),
      filedAt: row.filedAt === null ? "" : formatTokyoInstant(row.filedAt),
      updatedAt: formatTokyoInstant(row.updatedAt),
      progress: progress.get(row.id) ?? null,
    })),
    certifications: certifications.map((row) => ({
      number: row.number,
      revoked: revoked.has(row.applicationId),
      certifiedOn: isCivilDate(row.certifiedOn) ? formatJapaneseDate(row.certifiedOn) : "",
      signatory: row.notice.signatory.title,
      period: row.notice.items.find((item) => item.label === "計画期間")?.value ?? "",
    })),
  };
});

export const meta = () => [{ title: "申請と認定 | 経営力向上計画 電子申請ポータル" }];

export default function Company() {
  const {
    companyKey,
    name,
    entry,
    prime,
    standing,
    bounces,
    returned,
    applications,
    certifications,
    reports,
  } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title="申請と認定"
        caption={name}
        actions={<ButtonLink href={`${companyPath(companyKey)}/applications/new`}>新しく申請する</ButtonLink>}
      />
      <FilingStandingNotice standing={standing} />
      <CompanyBounces companyKey={companyKey} bounces={bounces} />
      {returned.map((row) => (
        <NotificationBanner key={row.id} kind="warning" title="修正の依頼が届いています">
          <p>
            <a className="link" href={applicationPath({ companyKey, applicationId: row.id })}>
              受付番号 {row.receiptNumber} の指摘を確かめる
            </a>
          </p>
        </NotificationBanner>
      ))}
      <SectionTitle>申請</SectionTitle>
      {applications.length === 0 ? (
        <EmptyState
          title="まだ申請がありません"
          action={
            <ButtonLink href={`${companyPath(companyKey)}/applications/new`}>新しく申請する</ButtonLink>
          }
        >
          <p>下書きは、途中で閉じても残ります。</p>
        </EmptyState>
      ) : (
        <Table
          caption="申請の一覧"
          captionHidden
          variant="cards"
          rows={applications}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "number",
              header: "受付番号",
              rowHeader: true,
              cell: (row) => (
                <a className="link" href={applicationPath({ companyKey, applicationId: row.id })}>
                  {row.receiptNumber}
                </a>
              ),
            },
            { key: "status", header: "状態", cell: (row) => <StatusTag status={row.status} /> },
            {
              key: "progress",
              header: "進み具合",
              cell: ({ progress }) => (progress === null ? "" : `完了 ${progress.done} / ${progress.total}`),
            },
            { key: "filed", header: "申請した日時", cell: (row) => row.filedAt },
            { key: "updated", header: "最後の変更", cell: (row) => row.updatedAt },
          ]}
        />
      )}
      <SectionTitle>認定</SectionTitle>
      <CertifiedTable companyKey={companyKey} mayReceive={!entry} rows={certifications} />
      <p className="mt-4">
        <a className="link" href={startChangePath(companyKey)}>
          認定を受けた計画を変える（紙で受けた認定も変えられます）
        </a>
      </p>
      <CompanyReports companyKey={companyKey} reports={reports} />
      <CompanyLinks companyKey={companyKey} entry={entry} prime={prime} />
    </>
  );
}
