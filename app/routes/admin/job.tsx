/** 一つの処理の様子と、失敗した処理の手当て。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { notFound, refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { readJob, settleJob } from "#app/usecases/operations/settle-job.server.ts";
import { typedText } from "../reviewer/command-page.server.ts";
import { submittedForm } from "../reviewer/submitted-form.server.ts";
import { jobView } from "./job-view.ts";
import { jobStateWords } from "./job-words.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "処理の手当て | 経営力向上計画 電子申請ポータル" }];

const idOf = (text: string): number => {
  if (!/^\d{1,15}$/u.test(text)) throw notFound();
  return Number(text);
};

export const loader = guarded("staff", "jobs.view", async ({ useCase, param }) => {
  const read = readJob(useCase, idOf(param("id")));
  if (!read.ok) throw refusalResponse(read.error);
  return { ...jobView(read.value), skippable: read.value.skippable };
});

export const action = guarded("staff", "jobs.view", async ({ useCase, tools, request, param }) => {
  const form = await submittedForm(request);
  const reason = typedText(form, "reason");
  const to = typedText(form, "intent") === "skip" ? ("skipped" as const) : ("waiting" as const);
  const settled = await settleJob(useCase, { jobId: idOf(param("id")), to, reason });
  if (settled.ok) {
    tools.wakeWorker();
    throw redirect(`/admin/jobs?done=${to === "waiting" ? "retried" : "skipped"}`);
  }
  const { error } = settled;
  if (error.kind === "invalid")
    return data({ reason, errors: error.errors["reason"] ?? [], conflict: null }, { status: 422 });
  if (error.kind === "stale")
    return data({ reason, errors: [], conflict: staleMessage(error) }, { status: 409 });
  throw refusalResponse(error);
});

export default function Job() {
  const job = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? [];
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[{ label: "処理の状況", href: "/admin/jobs" }, { label: `番号 ${job.id}` }]} />
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "reason" }))} />
      {sent?.conflict !== undefined && sent.conflict !== null && (
        <NotificationBanner kind="error" title={sent.conflict} announce />
      )}
      <PageTitle title={job.topic} caption={`番号 ${job.id}`} />
      <SummaryList
        rows={[
          { key: "state", label: "状態", value: jobStateWords[job.state] },
          { key: "attempts", label: "行った回数", value: `${job.attempts}回` },
          { key: "createdAt", label: "登録", value: job.createdAt },
          { key: "at", label: "完了・次の実行", value: job.at === "" ? "予定なし" : job.at },
          { key: "lastError", label: "最後の誤り", value: job.lastError === "" ? "なし" : job.lastError },
        ]}
      />
      {job.state === "dead" && (
        <form method="post" noValidate className="mt-8">
          <SectionTitle>失敗した処理の手当て</SectionTitle>
          <Input
            id="reason"
            name="reason"
            label="理由"
            help={
              job.skippable
                ? "行わないことにするときは、必ず書いてください。監査の記録に残ります。"
                : "監査の記録に残ります。この処理は、行わないことにはできません。"
            }
            defaultValue={sent?.reason ?? ""}
            errors={errors}
            width="full"
          />
          <ButtonGroup>
            <Button name="intent" value="retry">
              もう一度行う
            </Button>
            {job.skippable && (
              <Button variant="secondary" name="intent" value="skip">
                行わないことにする
              </Button>
            )}
          </ButtonGroup>
        </form>
      )}
    </div>
  );
}
