/** 一年分の実施状況報告を書き、保存し、提出する画面。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { openReport } from "#app/usecases/reports/open-reports.server.ts";
import { fileReport, saveReportDraft } from "#app/usecases/reports/write-report.server.ts";
import { submittedForm } from "../reviewer/submitted-form.server.ts";
import { FiledReport } from "../FiledReport.tsx";
import { ProgressChart } from "../ProgressChart.tsx";
import { ReportStateTag } from "../ReportStateTag.tsx";
import { companyPath, reportsPath } from "./paths.ts";
import { ReportForm } from "./ReportForm.tsx";
import { reportPage, textsIn, wholeIn } from "./report-page.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "実施状況報告 | 経営力向上計画 電子申請ポータル" }];

const done: Readonly<Record<string, string>> = {
  saved: "保存しました。まだ提出していません",
  filed: "実施状況報告を提出しました",
};

export const loader = guarded("applicant", "report.own", async ({ param, useCase, url, actor }) => {
  const place = { companyKey: param("company"), planId: param("plan") };
  const opened = await openReport(useCase, { ...place, year: wholeIn(param("year")) });
  if (!opened.ok) throw refusalResponse(opened.error);
  return {
    place,
    intentKey: useCase.newId(),
    entry: actor.accountType === "entry",
    done: done[url.searchParams.get("done") ?? ""],
    ...reportPage(opened.value),
  };
});

export const action = guarded("applicant", "report.own", async ({ param, request, useCase, tools }) => {
  const typed = textsIn(await submittedForm(request));
  const place = { companyKey: param("company"), planId: param("plan") };
  const input = { ...place, year: wholeIn(param("year")), answers: typed };
  const filing = typed["command"] === "file";
  const written = filing
    ? await fileReport(useCase, {
        ...input,
        edition: wholeIn(typed["edition"]),
        intentKey: typed["intentKey"] ?? "",
        reason: typed["reason"] ?? "",
      })
    : await saveReportDraft(useCase, { ...input, draftVersion: wholeIn(typed["draftVersion"]) });
  if (written.ok) {
    tools.wakeWorker();
    throw redirect(`${reportsPath(place, input.year)}?done=${filing ? "filed" : "saved"}`);
  }
  if (written.error.kind === "invalid")
    return data({ typed, errors: written.error.errors, conflict: null }, { status: 422 });
  if (written.error.kind === "stale")
    return data({ typed, errors: {}, conflict: staleMessage(written.error) }, { status: 409 });
  throw refusalResponse(written.error);
});

export default function Report() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { place, number, row, progress, filed, savedAt } = page;
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(place.companyKey) },
          { label: "実施状況報告", href: reportsPath(place) },
          { label: row.title },
        ]}
      />
      {sent === undefined && page.done !== undefined && (
        <NotificationBanner kind="success" title={page.done} announce />
      )}
      {typeof sent?.conflict === "string" && (
        <NotificationBanner kind="error" title={sent.conflict} announce />
      )}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title={`${row.title}の実施状況報告`}
        caption={`認定番号 ${number}`}
        tag={<ReportStateTag row={row} />}
        lead={`期限（目安）は${row.dueOn}です。`}
      />
      {filed !== null && (
        <>
          <SectionTitle>提出した報告</SectionTitle>
          <FiledReport filed={filed} />
        </>
      )}
      {progress !== null && (
        <>
          <SectionTitle>目標に対する実績</SectionTitle>
          <ProgressChart progress={progress} />
        </>
      )}
      {row.state === "upcoming" ? (
        <NotificationBanner kind="info" title="まだ報告できません">
          <p>報告する事業年度がまだ終わっていません。{row.opensOn}から書けます。</p>
        </NotificationBanner>
      ) : (
        <>
          <SectionTitle id="write">{filed === null ? "報告を書く" : "訂正した報告を提出する"}</SectionTitle>
          {savedAt !== null && <p className="mb-4">{savedAt}に保存した書きかけを表示しています。</p>}
          <ReportForm
            page={page}
            answers={sent?.typed ?? page.answers}
            errors={errors}
            correcting={filed !== null}
          />
        </>
      )}
    </>
  );
}
