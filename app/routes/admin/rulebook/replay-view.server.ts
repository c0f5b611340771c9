/** 再計算の画面に出す物。 */
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import {
  type DifferenceKind,
  differenceKinds,
  differenceWords,
  routedChanges,
} from "#app/domain/plan/difference-kinds.ts";
import { findingWords } from "#app/domain/plan/finding.ts";
import { statusWords } from "#app/domain/workflow/statuses.ts";
import type { OpenReplay, ReplayResult } from "#app/usecases/rulebook/open-replay.server.ts";
import { editionHref } from "./table-address.ts";

/** アドレスの中の、絞り込む種類。 */
export const replayKind = (url: URL): DifferenceKind | null =>
  differenceKinds.find((kind) => kind === url.searchParams.get("kind")) ?? null;

export const replayHref = (editionId: string): string => `${editionHref(editionId)}/replay`;

export type ReplayRun = ReturnType<typeof replayRun>;

/** 一つの再計算の、進みと終わり方。 */
export const replayRun = ({
  state,
  done,
  total,
  problem,
  startedByName,
  startedAt,
  endedAt,
}: NonNullable<OpenReplay["latest"]>) => ({
  state,
  done,
  total,
  problem,
  started: `${startedByName}　${formatTokyoInstant(startedAt)}`,
  ended: endedAt === null ? "" : formatTokyoInstant(endedAt),
});

/** 結果の一頁。 */
export function replayResult(editionId: string, kind: DifferenceKind | null, result: ReplayResult) {
  const href = (query: Readonly<Record<string, string>>): string => {
    const search = new URLSearchParams({ ...(kind === null ? {} : { kind }), ...query }).toString();
    return `${replayHref(editionId)}${search === "" ? "" : `?${search}`}`;
  };
  const { page, pages } = result;
  return {
    ...replayRun(result.replay),
    stale: result.stale,
    changed: result.changed,
    tabs: [
      { href: replayHref(editionId), label: "すべて", count: result.changed, current: kind === null },
      ...result.counts.map((one) => ({
        href: href({ kind: one.kind }),
        label: differenceWords[one.kind],
        count: one.total,
        current: one.kind === kind,
      })),
    ],
    csvHref: `${replayHref(editionId)}.csv${kind === null ? "" : `?kind=${kind}`}`,
    pages: {
      page,
      of: pages,
      previousHref: page > 1 ? href({ page: String(page - 1) }) : null,
      nextHref: page < pages ? href({ page: String(page + 1) }) : null,
    },
    rows: result.rows.map((row) => ({
      id: row.applicationId,
      receiptNumber: row.receiptNumber ?? "まだありません",
      companyName: row.companyName,
      status: statusWords[row.status],
      routed: routedChanges(row.routing),
      added: [...new Set(row.added.map(findingWords))],
      removed: [...new Set(row.removed.map(findingWords))],
    })),
  };
}

export type ReplayView = ReturnType<typeof replayResult>;
