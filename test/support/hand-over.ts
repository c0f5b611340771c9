/** 引継ぎの一式を、本物の部品で検査し、取り込み、書き出す。 */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolder } from "#app/adapters/hand-over/read-folder.server.ts";
import { createFolder } from "#app/adapters/hand-over/write-folder.server.ts";
import type { Finding, PackageFault } from "#app/domain/hand-over/finding.ts";
import type { HandOverCounts } from "#app/domain/hand-over/progress.ts";
import { exportHandOver } from "#app/usecases/hand-over/export-hand-over.server.ts";
import { importHandOver } from "#app/usecases/hand-over/import-hand-over.server.ts";
import type { ImportTools } from "#app/usecases/hand-over/import-tools.ts";
import { prepareHandOver } from "#app/usecases/hand-over/prepare-hand-over.server.ts";
import { readManifest } from "#app/usecases/hand-over/stage-hand-over.server.ts";
import { openStaging, removeStaging } from "#db/hand-over-staging.ts";
import type { TestServices } from "./portal-services.ts";

const system = { kind: "system", job: "hand-over" } as const;

const importTools = (
  test: TestServices,
  folder: string,
  given: Partial<Pick<ImportTools, "batch" | "progress">> = {},
): ImportTools => ({
  context: test.context(system),
  source: openFolder(folder),
  storage: test.services.storage,
  issuers: {
    applicant: test.services.identity.applicant.issuer,
    staff: test.services.identity.staff.issuer,
  },
  stagingFile: (sha256) => join(test.dataDir, "hand-over", `${sha256}.sqlite`),
  batch: 500,
  progress: () => undefined,
  ...given,
});

export type DryRun = {
  readonly faults: readonly PackageFault[];
  readonly counts: HandOverCounts | null;
  readonly findings: readonly Finding[];
};

/** 何も取り込まずに検査する。 */
export async function dryRun(test: TestServices, folder: string): Promise<DryRun> {
  const tools = importTools(test, folder);
  const file = join(test.dataDir, "hand-over", "dry-run.sqlite");
  removeStaging(file);
  const staging = openStaging(file);
  try {
    const opened = await readManifest(tools.source);
    const prepared = opened.ok ? await prepareHandOver(tools, staging, opened.value) : opened;
    return {
      faults: prepared.ok ? [] : prepared.error,
      counts: prepared.ok ? prepared.value : null,
      findings: staging.findings(0, 1_000).map(({ id: _id, ...finding }) => finding),
    };
  } finally {
    staging.close();
  }
}

export const importFolder = (
  test: TestServices,
  folder: string,
  options: Partial<Pick<ImportTools, "batch" | "progress">> & { readonly resume?: boolean } = {},
) => importHandOver(importTools(test, folder, options), options.resume ?? false);

/** @returns 書き出したフォルダー */
export async function exportFolder(test: TestServices): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hand-over-export-"));
  const exported = await exportHandOver({
    context: test.context(system),
    storage: test.services.storage,
    target: createFolder(folder),
    madeBy: "試験のポータル",
    progress: () => undefined,
  });
  if (exported.missing.length > 0) throw new Error(`写せない中身: ${exported.missing.join("、")}`);
  return folder;
}
