import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import { JOB_LIST_SIZE, jobStates, readJobs } from "#app/usecases/operations/read-jobs.server.ts";
import { settleJob } from "#app/usecases/operations/settle-job.server.ts";
import { submittedForm } from "../reviewer/submitted-form.server.ts";
import { JobTable } from "./JobTable.tsx";
import { jobView } from "./job-view.ts";
import { jobStateWords } from "./job-words.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "処理の状況 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "jobs.view", async ({ useCase, url }) => {
  const state = jobStates.find((one) => one === url.searchParams.get("state")) ?? null;
  const read = await readJobs(useCase, state);
  if (!read.ok) throw refusalResponse(read.error);
  return {
    limit: JOB_LIST_SIZE,
    done: doneTitles[url.searchParams.get("done") ?? ""] ?? null,
    tabs: [
      { href: "/admin/jobs", label: "すべて", current: state === null },
      ...jobStates.map((one) => ({
        href: `/admin/jobs?state=${one}`,
        label: jobStateWords[one],
        current: one === state,
      })),
    ],
    jobs: read.value.map(jobView),
  };
});

/** 一覧から、そのままもう一度行う。理由を書くのは、一つずつの画面で。 */
export const action = guarded("staff", "jobs.view", async ({ useCase, tools, request }) => {
  const id = Number((await submittedForm(request)).get("job") ?? Number.NaN);
  const settled = Number.isSafeInteger(id)
    ? await settleJob(useCase, { jobId: id, to: "waiting", reason: "" })
    : null;
  if (settled !== null && !settled.ok && settled.error.kind === "forbidden")
    throw refusalResponse(settled.error);
  if (settled === null || !settled.ok)
    return data({ problem: "この処理はすでにやり直されたか、失敗した処理ではありません" }, { status: 409 });
  tools.wakeWorker();
  throw redirect("/admin/jobs?done=retried");
});

const doneTitles: Readonly<Record<string, string>> = {
  retried: "処理をもう一度始めました",
  skipped: "処理を行わないことにしました",
};

export default function Jobs() {
  const { tabs, jobs, limit, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageTitle
        title="処理の状況"
        lead={`メールの送信、認定通知書の作成などです。新しい順に${limit}件まで表示します。`}
      />
      {done !== null && <NotificationBanner kind="success" title={done} announce />}
      {refused !== undefined && <NotificationBanner kind="error" title={refused.problem} announce />}
      <Tabs label="状態で絞り込む" tabs={tabs} />
      {jobs.length === 0 ? <EmptyState title="該当する処理はありません" /> : <JobTable jobs={jobs} />}
    </>
  );
}
