/** 申請の再計算を、働き手が少しずつ進める。ほかの仕事（メールなど）を待たせないよう、一度に決まった数だけ読む。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { noFacts } from "#app/domain/plan/check-plan.ts";
import { kindsOfDifference } from "#app/domain/plan/difference-kinds.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import type { ReplayBatch } from "#app/domain/rulebook/replay-editions.ts";
import type { StoredEdition } from "#app/domain/rulebook/stored-edition.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { type ApplicationRow, latestSubmission } from "#db/queries/applications.ts";
import { editsOf } from "#db/queries/draft-editions.ts";
import { findReplay, plansToReplay, type ReplayRow } from "#db/queries/replays.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import { recordReplayStep, type ReplayedStep, stopReplay } from "#db/repositories/edition-replays.ts";
import { enqueueOnce } from "#db/repositories/outbox-jobs.ts";
import { acceptedDay } from "../applications/certified-plans.server.ts";
import { loadDraft } from "../applications/load-own-application.server.ts";
import { authorise } from "../authorise.server.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import { replayJob } from "./replay-job.ts";

export type ReplaySizes = {
  /** 一つの仕事で読む申請の数。 */
  readonly job: number;
  /** 一度に読んで書き残す数。 */
  readonly step: number;
};

const usualSizes: ReplaySizes = { job: 400, step: 50 };

const PROBLEMS_KEPT = 5;
const BROKEN_OFF = "計算の途中で失敗しました。もう一度再計算してください。";

/**
 * 書きかけと差戻しは今日の版と比べて今日の日で、提出した申請は提出に留めた版と比べて提出の日で読む。
 * 会社がほかに認定を受けた計画は、版で変わらないので読まない。止められた再計算では何もしない。
 *
 * @param job.from 何番目から読むか。途中まで読めていれば、その続きから
 * @param sizes 試験のときだけ変える
 * @throws 思いがけない失敗のとき。再計算は失敗として残る
 */
export async function performReplay(
  context: UseCaseContext,
  job: { readonly replayId: string; readonly from: number },
  sizes: ReplaySizes = usualSizes,
): Promise<void> {
  const allowed = authorise(context, "rulebook.edit", {});
  if (!allowed.ok) throw new Error("再計算は働き手が行います。");
  try {
    const until = job.from + sizes.job;
    if (await readPlans(context, job.replayId, until, sizes.step))
      await enqueueOnce(context.database, replayJob(job.replayId, until), context.clock.now());
  } catch (thrown) {
    await stop(context, job.replayId, { state: "failed", problem: BROKEN_OFF });
    throw thrown;
  }
}

/** @returns until 番まで読んで、まだ続きがあるか */
async function readPlans(
  context: UseCaseContext,
  replayId: string,
  until: number,
  size: number,
): Promise<boolean> {
  const editions = new Map<string, StoredEdition>();
  for (;;) {
    const replay = await findReplay(context.database, replayId);
    if (replay?.state !== "running") return false;
    if (replay.done >= until) return true;
    const [edit] = await editsOf(context.database, replay.editionId, 1);
    const draft = await rememberedEdition(context, editions, replay.editionId);
    if (draft === undefined || (edit !== undefined && edit.revision > replay.revision)) {
      await stop(context, replayId, { state: "outdated", problem: null });
      return false;
    }
    const step = await replayStep(
      context,
      replay,
      Math.min(replay.done + size, until, replay.total),
      draft,
      editions,
    );
    if (!step.ok) {
      const lines = step.error.map(({ file, line, message }) => `${file} ${line}行目：${message}`);
      await stop(context, replayId, {
        state: "failed",
        problem: ["この版は組み立てられません。", ...lines.slice(0, PROBLEMS_KEPT)].join("\n"),
      });
      return false;
    }
    if (!(await recordReplayStep(context.database, step.value, context.clock.now()))) return false;
  }
}

const stop = (
  context: UseCaseContext,
  replayId: string,
  stopped: Parameters<typeof stopReplay>[2],
): Promise<void> => stopReplay(context.database, replayId, stopped, context.clock.now());

async function rememberedEdition(
  context: UseCaseContext,
  editions: Map<string, StoredEdition>,
  id: string,
): Promise<StoredEdition | undefined> {
  const edition = editions.get(id) ?? (await readStoredEdition(context.database, id));
  if (edition !== undefined) editions.set(id, edition);
  return edition;
}

async function replayStep(
  context: UseCaseContext,
  { id: replayId, done: from }: ReplayRow,
  to: number,
  draft: StoredEdition,
  editions: Map<string, StoredEdition>,
): Promise<Result<ReplayedStep, readonly RulebookFault[]>> {
  const rows = await plansToReplay(context.database, replayId, from, to);
  const plans = (await Promise.all(rows.map(({ application }) => planOf(context, application)))).filter(
    (plan) => plan !== null,
  );
  const pinned: StoredEdition[] = [];
  for (const editionId of new Set(plans.map((plan) => plan.editionId))) {
    const edition = await rememberedEdition(context, editions, editionId);
    if (edition !== undefined) pinned.push(edition);
  }
  const replayed = await context.editionWork.run("replay", { editions: pinned, draft, plans });
  if (!replayed.ok) return replayed;
  const positions = new Map(rows.map(({ application, position }) => [application.id, position]));
  return ok({
    replayId,
    from,
    to,
    differences: replayed.value.flatMap(({ id, ...difference }) => {
      const position = positions.get(id);
      return position === undefined ? [] : [{ position, kinds: kindsOfDifference(difference), difference }];
    }),
  });
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
