/** 取込みの検査の全部。試しの取込みは、ここまでを行って報告する。 */
import type { PackageFault } from "#app/domain/hand-over/finding.ts";
import type { HandOverCounts, KindCounts } from "#app/domain/hand-over/progress.ts";
import { type RecordKind, recordKinds } from "#app/domain/hand-over/records.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Staging } from "#db/hand-over-staging.ts";
import { currentRulebook } from "../context.ts";
import { checkStaged } from "./check-staged.server.ts";
import type { ImportTools } from "./import-tools.ts";
import { type OpenedManifest, stageHandOver } from "./stage-hand-over.server.ts";

const PREPARED = "prepared";

/** @returns 種類ごとの数。前に同じ一式を終わりまで検査していれば、その結果を使う */
export async function prepareHandOver(
  tools: Pick<ImportTools, "context" | "source" | "issuers" | "progress">,
  staging: Staging,
  { manifest, sha256 }: OpenedManifest,
): Promise<Result<HandOverCounts, readonly PackageFault[]>> {
  const { context, source, issuers, progress } = tools;
  const before = staging.recall(PREPARED) as
    | { readonly sha256: string; readonly counts: HandOverCounts }
    | undefined;
  if (before?.sha256 === sha256) return ok(before.counts);
  staging.clear();
  const { rulebook } = currentRulebook(context);
  const faults = await stageHandOver(source, staging, manifest, { rulebook, issuers }, (path, rows) =>
    progress(path, rows),
  );
  await checkStaged({
    database: context.database,
    source,
    staging,
    progress: (done) => progress("検査", done),
  });
  if (faults.length > 0) return refuse(faults);
  const given = (kind: RecordKind): number =>
    manifest.files.filter((file) => file.kind === kind).reduce((sum, { rows }) => sum + rows, 0);
  const counts: HandOverCounts = {
    kinds: Object.fromEntries(
      recordKinds.map((kind): [RecordKind, KindCounts] => {
        const { new: accepted, known } = staging.counts(kind);
        const all = given(kind);
        return [kind, { given: all, accepted, known, refused: all - accepted - known }];
      }),
    ) as HandOverCounts["kinds"],
    findings: staging.findingCounts(),
    incomeGrowth: staging.findingCounts().find(({ code }) => code === "incomeGrowth")?.total ?? 0,
  };
  staging.remember(PREPARED, { sha256, counts });
  return ok(counts);
}
