/** 再計算の進みと、結果の一頁を読む。申請者の名前が出るので、版を直す人だけが開ける。 */
import { type DifferenceKind, differenceKinds } from "#app/domain/plan/difference-kinds.ts";
import type { PlanDifference } from "#app/domain/plan/replay-plan.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { Status } from "#app/domain/workflow/statuses.ts";
import { editsOf } from "#db/queries/draft-editions.ts";
import {
  differenceCount,
  differenceCounts,
  replayDifferences,
  type ReplayRow,
  replaysOf,
} from "#db/queries/replays.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

/** 提出先か点検の変わる、一つの申請。 */
export type ReplayedApplication = PlanDifference & {
  readonly applicationId: string;
  /** 下書きでは null。 */
  readonly receiptNumber: string | null;
  readonly companyName: string;
  readonly status: Status;
  readonly kinds: readonly DifferenceKind[];
};

export type ReplayResult = {
  readonly replay: ReplayRow;
  /** この結果の後に、版が編集されたか。 */
  readonly stale: boolean;
  /** 変わる申請の数。 */
  readonly changed: number;
  readonly counts: readonly { readonly kind: DifferenceKind; readonly total: number }[];
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly ReplayedApplication[];
};

export type OpenReplay = {
  /** いちばん新しい再計算。まだなければ null。 */
  readonly latest: ReplayRow | null;
  /** 終わりまで読めた再計算。まだなければ null。 */
  readonly result: ReplayResult | null;
};

const PAGE_SIZE = 50;

/**
 * @param input.kind その種類の変わり方だけ。null なら全部
 * @param input.page 1 から
 */
export async function openReplay(
  context: UseCaseContext,
  input: { readonly editionId: string; readonly kind: DifferenceKind | null; readonly page: number },
): Promise<Result<OpenReplay, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.edit", input.editionId);
  if (!loaded.ok) return loaded;
  const { reader } = context.database;
  const replays = await replaysOf(context.database, input.editionId);
  const replay = replays.find(({ state }) => state === "done");
  // 始めるたびに、結果の出ていないものは消えるので、残っていれば結果より新しい。
  const latest = replays.find(({ state }) => state !== "done") ?? replay ?? null;
  if (replay === undefined) return ok({ latest, result: null });
  const [edit] = await editsOf(context.database, input.editionId, 1);
  const found = differenceCounts(reader, replay.id);
  const changed = differenceCount(reader, replay.id);
  const shown = input.kind === null ? changed : (found.get(input.kind) ?? 0);
  const pages = Math.max(1, Math.ceil(shown / PAGE_SIZE));
  const page = Math.min(Math.max(1, input.page), pages);
  const rows = replayDifferences(reader, replay.id, input.kind, {
    skip: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  return ok({
    latest,
    result: {
      replay,
      stale: edit !== undefined && edit.revision > replay.revision,
      changed,
      counts: differenceKinds.flatMap((kind) => {
        const total = found.get(kind) ?? 0;
        return total === 0 ? [] : [{ kind, total }];
      }),
      page,
      pages,
      rows: rows.map(replayedApplication),
    },
  });
}

export const replayedApplication = ({
  kinds,
  difference,
  ...application
}: ReturnType<typeof replayDifferences>[number]): ReplayedApplication => ({
  ...application,
  kinds: kinds ?? [],
  ...(difference ?? { routing: null, added: [], removed: [] }),
});
