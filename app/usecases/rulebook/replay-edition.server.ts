/** 終わっていない申請の全部と、最近の提出を、留めている版と別の版とで読み比べる。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { noFacts } from "#app/domain/plan/check-plan.ts";
import type { PlanDifference } from "#app/domain/plan/replay-plan.ts";
import type { ReplayBatch } from "#app/domain/rulebook/replay-editions.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import type { StoredEdition } from "#app/domain/rulebook/stored-edition.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import { isEditable, type Status } from "#app/domain/workflow/statuses.ts";
import { type ApplicationRow, findApplication, latestSubmission } from "#db/queries/applications.ts";
import {
  lastFiledApplications,
  openApplicationCount,
  openApplicationsAfter,
} from "#db/queries/replayed-plans.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import { acceptedDay } from "../applications/certified-plans.server.ts";
import { loadDraft } from "../applications/load-own-application.server.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { RulebookRefusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

/** 提出先か点検の変わる、一つの申請。 */
export type ReplayedApplication = PlanDifference & {
  readonly applicationId: string;
  readonly receiptNumber: string | null;
  readonly companyName: string;
  readonly status: Status;
};

export type ReplayProgress = { readonly done: number; readonly total: number };

export type EditionReplay = {
  /** 読み比べた申請の数。 */
  readonly examined: number;
  /** 変わる申請だけ。 */
  readonly differences: readonly ReplayedApplication[];
};

const LAST_FILED = 1_000;
const BATCH = 25;

/**
 * 書きかけと差戻しは今日の版と比べて今日の日で、提出した申請は提出に留めた版と比べて提出の日で読む。
 * 会社がほかに認定を受けた計画は、版で変わらないので読まない。
 *
 * @param input.onProgress 一組を読み終えるたびに呼ぶ
 * @returns 組み立てられない版では、ファイルと行と理由（rulebookFiles）で断る
 */
export async function replayEdition(
  context: UseCaseContext,
  input: { readonly editionId: string; readonly onProgress?: (progress: ReplayProgress) => void },
): Promise<Result<EditionReplay, RulebookRefusal>> {
  const loaded = await loadEdition(context, "rulebook.view", input.editionId);
  if (!loaded.ok) return loaded;
  const draft = await readStoredEdition(context.database, input.editionId);
  if (draft === undefined) return refuse({ kind: "notFound" });
  const filed = await lastFiledApplications(context.database, LAST_FILED);
  const total = openApplicationCount(context.database) + filed.length;
  const differences: ReplayedApplication[] = [];
  const pinned = new Map<string, StoredEdition>();
  let done = 0;
  for await (const rows of batches(context, filed)) {
    const replayed = await replayRows(context, draft, rows, pinned);
    if (!replayed.ok) return refuse({ kind: "rulebookFiles", faults: replayed.error });
    differences.push(...replayed.value);
    done += rows.length;
    input.onProgress?.({ done, total: Math.max(total, done) });
  }
  input.onProgress?.({ done, total: done });
  return ok({ examined: done, differences });
}

/** 終わっていない申請、続いて、終わった申請のうち最近の提出。 */
async function* batches(
  context: UseCaseContext,
  filed: readonly string[],
): AsyncGenerator<readonly ApplicationRow[]> {
  let after = "";
  for (;;) {
    const rows = await openApplicationsAfter(context.database, after, BATCH);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
    yield rows;
  }
  for (let start = 0; start < filed.length; start += BATCH) {
    const rows = await Promise.all(
      filed.slice(start, start + BATCH).map((id) => findApplication(context.database, id)),
    );
    yield rows.filter((row) => row !== undefined);
  }
}

async function replayRows(
  context: UseCaseContext,
  draft: StoredEdition,
  rows: readonly ApplicationRow[],
  pinned: Map<string, StoredEdition>,
): Promise<Result<readonly ReplayedApplication[], readonly RulebookFault[]>> {
  const plans = (await Promise.all(rows.map((row) => planOf(context, row)))).filter((plan) => plan !== null);
  for (const { editionId } of plans) {
    const edition = pinned.has(editionId) ? undefined : await readStoredEdition(context.database, editionId);
    if (edition !== undefined) pinned.set(editionId, edition);
  }
  const used = new Set(plans.map(({ editionId }) => editionId));
  const editions = [...pinned.values()].filter(({ id }) => used.has(id));
  const replayed = await context.editionWork.run("replay", { editions, draft, plans });
  if (!replayed.ok) return replayed;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ok(
    replayed.value.flatMap(({ id, ...difference }) => {
      const row = byId.get(id);
      if (row === undefined) return [];
      const { receiptNumber, companyName, status } = row;
      return [{ applicationId: id, receiptNumber, companyName, status, ...difference }];
    }),
  );
}

async function planOf(
  context: UseCaseContext,
  row: ApplicationRow,
): Promise<ReplayBatch["plans"][number] | null> {
  const number = parseCorporateNumber(row.companyKey);
  const corporateNumber = number.ok ? number.value : null;
  const facts = { ...noFacts, acceptedOn: acceptedDay(row), corporateNumber };
  if (isEditable(row.status)) {
    const { answers } = await loadDraft(context, row.id);
    const { editionId } = currentRulebook(context);
    return { id: row.id, editionId, answers, on: today(context), facts };
  }
  const submission = await latestSubmission(context.database, row.id);
  if (submission === undefined) return null;
  const { answers, editionId, filedAt } = submission;
  const on: CivilDate = tokyoDay(filedAt);
  return { id: row.id, editionId, answers, on, facts };
}
