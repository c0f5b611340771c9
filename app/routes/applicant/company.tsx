import { useLoaderData } from "@remix-run/react";
import { filingStanding } from "#app/domain/access/mandate.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { shownStatus } from "#app/domain/workflow/statuses.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { draftProgress, listCompany } from "#app/usecases/applications/list-company.server.ts";
import { waitingReports } from "#app/usecases/reports/open-reports.server.ts";
import { listCompanyPlans } from "#app/usecases/plans/list-plans.server.ts";
import { bouncesForCompany } from "#app/usecases/notifications/bounces.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { CertifiedTable } from "./CertifiedTable.tsx";
import { companyReport } from "../progress-view.server.ts";
import { CompanyReports } from "./CompanyReports.tsx";
import { CompanyApplications } from "./CompanyApplications.tsx";
import { CompanyBounces } from "./CompanyBounces.tsx";
import { CompanyLinks } from "./CompanyLinks.tsx";
import { FilingStandingNotice } from "./FilingStandingNotice.tsx";
import { CompanyPlans } from "./CompanyPlans.tsx";
import { periodWords } from "../plan-words.ts";
import { applicationPath, companyPath, startChangePath } from "./paths.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "company.view", async ({ param, useCase, actor }) => {
  const home = await listCompany(useCase, param("company"));
  if (!home.ok) throw refusalResponse(home.error);
  const { company, applications, certifications, revoked } = home.value;
  const progress = await draftProgress(useCase, home.value);
  const plans = await listCompanyPlans(useCase, company.key);
  if (!plans.ok) throw refusalResponse(plans.error);
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
    plans: plans.value.map(({ plan, state }) => ({
      id: plan.id,
      number: plan.number,
      state,
      version: plan.currentVersion,
      period: periodWords(plan),
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
    plans,
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
      <CompanyApplications companyKey={companyKey} rows={applications} />
      <SectionTitle>認定された計画</SectionTitle>
      <CompanyPlans companyKey={companyKey} rows={plans} />
      {certifications.length > 0 && (
        <>
          <SectionTitle>認定通知書</SectionTitle>
          <CertifiedTable companyKey={companyKey} mayReceive={!entry} rows={certifications} />
        </>
      )}
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
