import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { readImports } from "#app/usecases/hand-over/read-imports.server.ts";
import { runStates } from "./hand-over-words.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "引継ぎ | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "handOver.view", async ({ useCase }) => {
  const read = readImports(useCase);
  if (!read.ok) throw refusalResponse(read.error);
  return {
    runs: read.value.map(({ id, madeBy, madeAt, state, startedAt, counts }) => ({
      id,
      madeBy,
      madeAt: formatTokyoInstant(madeAt),
      startedAt: formatTokyoInstant(startedAt),
      state,
      plans: counts.kinds.plans.accepted.toLocaleString("ja-JP"),
      refused: Object.values(counts.kinds)
        .reduce((sum, { refused }) => sum + refused, 0)
        .toLocaleString("ja-JP"),
    })),
  };
});

type Run = ReturnType<typeof useLoaderData<typeof loader>>["runs"][number];

const columns: readonly TableColumn<Run>[] = [
  {
    key: "startedAt",
    header: "始めた日時",
    rowHeader: true,
    nowrap: true,
    cell: ({ id, startedAt }) => (
      <a href={`/admin/hand-over/${id}`} className="link inline-block min-h-6">
        {startedAt}
      </a>
    ),
  },
  { key: "madeBy", header: "渡したシステム", cell: ({ madeBy }) => madeBy },
  { key: "madeAt", header: "一式を作った日時", nowrap: true, cell: ({ madeAt }) => madeAt },
  { key: "plans", header: "取り込む計画", align: "end", cell: ({ plans }) => `${plans}件` },
  { key: "refused", header: "取り込まない行", align: "end", cell: ({ refused }) => `${refused}行` },
  {
    key: "state",
    header: "状態",
    cell: ({ state }) => <Tag tone={runStates[state].tone}>{runStates[state].label}</Tag>,
  },
];

export default function HandOver() {
  const { runs } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title="引継ぎ"
        lead="前のシステムから取り込んだ記録です。取込みと全部のデータの書出しは、運用者が命令で行います。"
      />
      <Table
        caption="取込みの一覧"
        captionHidden
        columns={columns}
        rows={runs}
        rowKey={({ id }) => id}
        variant="cards"
        empty={<EmptyState title="取込みの記録はありません" />}
      />
    </>
  );
}
