/** 提出された実施状況報告を局が読み、受け取ったことを記す画面。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDo } from "#app/domain/access/resolver.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { openFiledReport, receiveReport } from "#app/usecases/reports/receive-report.server.ts";
import { wholeIn } from "../applicant/report-page.server.ts";
import { FiledReport } from "../FiledReport.tsx";
import { ProgressChart } from "../ProgressChart.tsx";
import { filedView, progressView } from "../progress-view.server.ts";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "実施状況報告 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "report.list", async ({ param, useCase, url, actor }) => {
  const opened = await openFiledReport(useCase, { planId: param("plan"), year: wholeIn(param("year")) });
  if (!opened.ok) throw refusalResponse(opened.error);
  const { source, years, report, editions } = opened.value;
  const record = { companyKey: source.plan.companyKey, officeCode: source.plan.officeCode };
  return {
    companyName: report.companyName,
    number: report.planNumber,
    year: report.year,
    filed: filedView(report),
    receivable: report.state === "filed" && mayDo(actor, "report.receive", record).allowed,
    editions: editions.map(filedView),
    progress: progressView(source.targets, years),
    done: url.searchParams.get("done") === "received",
  };
});

export const action = guarded("staff", "report.receive", async ({ param, request, useCase }) => {
  const place = { planId: param("plan"), year: wholeIn(param("year")) };
  const edition = wholeIn(typedText(await submittedForm(request), "edition"));
  const received = await receiveReport(useCase, { ...place, edition });
  if (received.ok) throw redirect(`/review/reports/${place.planId}/${place.year}?done=received`);
  if (received.error.kind === "stale")
    return data({ conflict: staleMessage(received.error) }, { status: 409 });
  throw refusalResponse(received.error);
});

export default function Report() {
  const { companyName, number, year, filed, receivable, editions, progress, done } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[{ label: "実施状況報告", href: "/review/reports" }, { label: companyName }]} />
      {sent === undefined && done && <NotificationBanner kind="success" title="受け取りました" announce />}
      {sent !== undefined && <NotificationBanner kind="error" title={sent.conflict} announce />}
      <PageTitle
        title={`${year}年に終わる年度の実施状況報告`}
        caption={`${companyName}　認定番号 ${number}`}
      />
      {receivable && (
        <form method="post" className="mb-6">
          <input type="hidden" name="edition" value={filed.edition} />
          <Button>この報告を受け取る</Button>
        </form>
      )}
      <FiledReport filed={filed} />
      {progress !== null && (
        <>
          <SectionTitle>目標に対する実績</SectionTitle>
          <ProgressChart progress={progress} />
        </>
      )}
      {editions.length > 1 && (
        <>
          <SectionTitle>これまでの版</SectionTitle>
          <Table
            caption="これまでの版"
            captionHidden
            variant="cards"
            rows={editions}
            rowKey={(one) => String(one.edition)}
            columns={[
              { key: "edition", header: "版", rowHeader: true, cell: (one) => `第${one.edition}版` },
              { key: "filedAt", header: "提出", cell: (one) => `${one.filedAt}　${one.filedByName}` },
              { key: "reason", header: "訂正の理由", cell: (one) => one.reason },
              {
                key: "actual",
                header: "実績",
                align: "end",
                cell: ({ content: { indicator } }) =>
                  indicator !== null && `${indicator.actualText} ${indicator.unit}`,
              },
              { key: "receivedOn", header: "受領", cell: (one) => one.receivedOn },
            ]}
          />
        </>
      )}
    </div>
  );
}
