import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import {
  JOB_LIST_SIZE,
  type JobLine,
  jobStates,
  readJobs,
} from "#app/usecases/operations/read-jobs.server.ts";
import { retryJob } from "#app/usecases/operations/retry-job.server.ts";
import { submittedForm } from "../reviewer/submitted-form.server.ts";
import { JobTable } from "./JobTable.tsx";
import { jobStateWords, topicWord } from "./job-words.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "処理の状況 | 経営力向上計画 電子申請ポータル" }];

const RETRIED = "retried";

export const loader = guarded("staff", "jobs.view", async ({ useCase, url }) => {
  const state = jobStates.find((one) => one === url.searchParams.get("state")) ?? null;
  const read = await readJobs(useCase, state);
  if (!read.ok) throw refusalResponse(read.error);
  return {
    limit: JOB_LIST_SIZE,
    retried: url.searchParams.get("done") === RETRIED,
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

const jobView = (job: JobLine) => ({
  id: job.id,
  topic: topicWord(job.topic),
  state: job.state,
  attempts: job.attempts,
  createdAt: formatTokyoInstant(job.createdAt),
  /** 待っている仕事は次に行う時、終わった仕事は終えた時。 */
  at:
    job.state === "done" || job.state === "skipped"
      ? job.doneAt === null
        ? ""
        : formatTokyoInstant(job.doneAt)
      : job.state === "waiting"
        ? formatTokyoInstant(job.availableAt)
        : "",
  lastError: job.lastError ?? "",
});

export const action = guarded("staff", "jobs.view", async ({ useCase, tools, request }) => {
  const id = Number((await submittedForm(request)).get("job") ?? Number.NaN);
  const result = Number.isSafeInteger(id) ? await retryJob(useCase, id) : null;
  if (result !== null && !result.ok) throw refusalResponse(result.error);
  if (result === null || !result.value.retried)
    return data({ problem: "この処理はすでにやり直されたか、失敗した処理ではありません" }, { status: 409 });
  tools.wakeWorker();
  throw redirect(`/admin/jobs?done=${RETRIED}`);
});

export default function Jobs() {
  const { tabs, jobs, limit, retried } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageTitle
        title="処理の状況"
        lead={`メールの送信と認定通知書の作成です。新しい順に${limit}件まで表示します。`}
      />
      {retried && <NotificationBanner kind="success" title="処理をもう一度始めました" announce />}
      {refused !== undefined && <NotificationBanner kind="error" title={refused.problem} announce />}
      <Tabs label="状態で絞り込む" tabs={tabs} />
      {jobs.length === 0 ? <EmptyState title="該当する処理はありません" /> : <JobTable jobs={jobs} />}
    </>
  );
}
