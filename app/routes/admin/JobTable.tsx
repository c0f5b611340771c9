import { Button } from "#app/ui/primitives/Button.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import type { Tone } from "#app/ui/tones.ts";
import type { JobState } from "#app/usecases/operations/read-jobs.server.ts";
import { jobStateWords } from "./job-words.ts";

export type JobRow = {
  readonly id: number;
  readonly topic: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly at: string;
  readonly lastError: string;
};

const tones = {
  waiting: "progress",
  dead: "danger",
  done: "success",
  skipped: "neutral",
} as const satisfies Record<JobState, Tone>;

const columns: readonly TableColumn<JobRow>[] = [
  {
    key: "id",
    header: "番号",
    rowHeader: true,
    nowrap: true,
    cell: ({ id }) => (
      <a className="link inline-block min-h-6" href={`/admin/jobs/${id}`}>
        {id}
      </a>
    ),
  },
  { key: "topic", header: "種類", nowrap: true, cell: ({ topic }) => topic },
  {
    key: "state",
    header: "状態",
    cell: ({ state }) => <Tag tone={tones[state]}>{jobStateWords[state]}</Tag>,
  },
  { key: "attempts", header: "回数", align: "end", cell: ({ attempts }) => attempts },
  { key: "createdAt", header: "登録", nowrap: true, cell: ({ createdAt }) => createdAt },
  { key: "at", header: "完了・次の実行", nowrap: true, cell: ({ at }) => at },
  {
    key: "lastError",
    header: "最後の誤り",
    cell: ({ lastError }) => <span className="break-all">{lastError}</span>,
  },
  { key: "retry", header: "操作", cell: (job) => job.state === "dead" && <Retry job={job} /> },
];

/** やり直しても、同じ鍵の効果は一度だけ。 */
const Retry = ({ job }: { readonly job: JobRow }) => (
  <form method="post" action="/admin/jobs">
    <input type="hidden" name="job" value={job.id} />
    <Button variant="secondary" size="small">
      再実行<VisuallyHidden>（番号{job.id}）</VisuallyHidden>
    </Button>
  </form>
);

/** 処理の一覧。 */
export const JobTable = ({ jobs }: { readonly jobs: readonly JobRow[] }) => (
  <Table
    caption="処理の一覧"
    captionHidden
    columns={columns}
    rows={jobs}
    rowKey={({ id }) => String(id)}
    variant="cards"
    stickyHead
  />
);
