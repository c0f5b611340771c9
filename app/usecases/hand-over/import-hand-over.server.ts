/**
 * 引継ぎの一式を取り込む。一式の全体に誤りがあれば何も書かない。行の誤りは、その行だけを取り込まずに残す。
 * 束ごとの取引に進みを書くので、どこで止まっても、続きから同じ姿になる。
 */
import type { PackageFault } from "#app/domain/hand-over/finding.ts";
import { type HandOverCounts, type HandOverStep, handOverSteps } from "#app/domain/hand-over/progress.ts";
import { refuse, ok, type Result, unreachable } from "#app/domain/result.ts";
import { openStaging, removeStaging, type Staging } from "#db/hand-over-staging.ts";
import { type HandOverRunRow, runByManifest } from "#db/queries/hand-over-runs.ts";
import { settleBulkLoad } from "#db/repositories/bulk-load.ts";
import { enterStep, finishRun, noteRun, startRun } from "#db/repositories/hand-over-runs.ts";
import { currentRulebook } from "../context.ts";
import { handOverActor } from "./handed-application.ts";
import type { ImportTools } from "./import-tools.ts";
import { prepareHandOver } from "./prepare-hand-over.server.ts";
import { reconcileHandOver } from "./reconcile-hand-over.server.ts";
import { type OpenedManifest, readManifest } from "./stage-hand-over.server.ts";
import { importCompanies, importFindings, importPlans, importUsers } from "./write-batches.server.ts";

export type ImportRefusal =
  | { readonly kind: "faults"; readonly faults: readonly PackageFault[] }
  /** 途中の取込みがある。続けるかを、はっきり決めてもらう。 */
  | { readonly kind: "unfinished"; readonly startedAt: string }
  | { readonly kind: "nothingToResume" };

export type Imported = {
  readonly run: HandOverRunRow;
  /** 前に取り込み終えていて、何も変えなかった。 */
  readonly repeated: boolean;
  /** 突き合わせの合わなかった記録の名前。 */
  readonly mismatches: readonly string[];
};

/** @param resume 途中の取込みを続ける */
export async function importHandOver(
  tools: ImportTools,
  resume: boolean,
): Promise<Result<Imported, ImportRefusal>> {
  const { context, source } = tools;
  const opened = await readManifest(source);
  if (!opened.ok) return refuse({ kind: "faults", faults: opened.error });
  const before = runByManifest(context.database, opened.value.sha256);
  if (before !== undefined && before.state !== "running")
    return ok({ run: before, repeated: true, mismatches: [] });
  if (before !== undefined && !resume) return refuse({ kind: "unfinished", startedAt: before.startedAt });
  if (before === undefined && resume) return refuse({ kind: "nothingToResume" });
  const stagingFile = tools.stagingFile(opened.value.sha256);
  const staging = openStaging(stagingFile);
  try {
    const prepared = await prepareHandOver(tools, staging, opened.value);
    if (!prepared.ok) return refuse({ kind: "faults", faults: prepared.error });
    const run = before ?? started(tools, opened.value, prepared.value);
    if (before !== undefined) noteRun(context.database, stampOf(tools), runAudit("handOver.resume", run, {}));
    const mismatches = await continued(tools, staging, run);
    const finished = runByManifest(context.database, opened.value.sha256) ?? run;
    return ok({ run: finished, repeated: false, mismatches });
  } finally {
    staging.close();
    const after = runByManifest(context.database, opened.value.sha256);
    if (after === undefined || after.state !== "running") removeStaging(stagingFile);
  }
}

const stampOf = ({ context }: ImportTools) => ({
  actor: handOverActor,
  at: context.clock.now(),
  requestId: context.requestId,
});

const runAudit = (
  action: string,
  { id }: Pick<HandOverRunRow, "id">,
  details: Readonly<Record<string, unknown>>,
) => ({ action, subjectKind: "handOver", subjectId: id, details });

function started(
  tools: ImportTools,
  { manifest, sha256 }: OpenedManifest,
  counts: HandOverCounts,
): HandOverRunRow {
  const stamp = stampOf(tools);
  const run: HandOverRunRow = {
    id: tools.context.newId(),
    manifestSha256: sha256,
    madeBy: manifest.madeBy,
    madeAt: manifest.madeAt,
    state: "running",
    step: "findings",
    position: 0,
    counts,
    startedAt: stamp.at,
    finishedAt: null,
  };
  startRun(
    tools.context.database,
    stamp,
    run,
    runAudit("handOver.start", run, { manifestSha256: sha256, madeBy: manifest.madeBy, kinds: counts.kinds }),
  );
  return run;
}

/** 残りの段を順に行う。 @returns 突き合わせの合わなかった記録 */
async function continued(
  tools: ImportTools,
  staging: Staging,
  run: HandOverRunRow,
): Promise<readonly string[]> {
  const { database } = tools.context;
  const batch = { ...tools, staging, run, loaded: currentRulebook(tools.context) };
  const work = (step: HandOverStep, after: number): void | Promise<void> => {
    switch (step) {
      case "findings":
        return importFindings(batch, after);
      case "companies":
        return importCompanies(batch, after);
      case "users":
        return importUsers(batch, after);
      case "plans":
        return importPlans(batch, after);
      case "reconcile":
      case "done":
        return undefined;
      default:
        return unreachable(step);
    }
  };
  for (const step of handOverSteps.slice(handOverSteps.indexOf(run.step))) {
    if (step === "done") break;
    if (step !== run.step) enterStep(database, run.id, step);
    await work(step, step === run.step ? run.position : 0);
  }
  settleBulkLoad(database);
  const reconciled = await reconcileHandOver(batch);
  finishRun(database, stampOf(tools), run.id, {
    state: reconciled.mismatches.length === 0 ? "done" : "mismatched",
    audit: runAudit("handOver.finish", run, {
      compared: reconciled.compared,
      sha256: reconciled.sha256,
      mismatches: reconciled.mismatches.length,
    }),
  });
  return reconciled.mismatches;
}
