/**
 * `npm run -s hand-over:import -- --from フォルダー [--dry-run] [--resume] [--report フォルダー]`: 引継ぎの一式を取り込む。
 * --dry-run は検査だけを行い、何も取り込まずに報告を書く。--resume は、途中で止まった取込みを続ける。
 */
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { openFolder } from "#app/adapters/hand-over/read-folder.server.ts";
import { ensureRulebook } from "#app/import-rulebook-folder.server.ts";
import type { Services } from "#app/services.server.ts";
import { importHandOver } from "#app/usecases/hand-over/import-hand-over.server.ts";
import { prepareHandOver } from "#app/usecases/hand-over/prepare-hand-over.server.ts";
import { reportJson, reportLines } from "#app/usecases/hand-over/report-hand-over.ts";
import { HAND_OVER_BATCH } from "#app/usecases/hand-over/staged-rows.ts";
import { readManifest } from "#app/usecases/hand-over/stage-hand-over.server.ts";
import { openStaging, removeStaging } from "#db/hand-over-staging.ts";
import {
  CommandRefusal,
  commandConfig,
  runCommand,
  say,
  sourceRulebook,
  warn,
  withServices,
} from "./command.ts";

const usage =
  "使い方: npm run -s hand-over:import -- --from フォルダー [--dry-run] [--resume] [--report フォルダー] [--batch 行数（1〜5000）]";

type Arguments = {
  readonly from: string;
  readonly dryRun: boolean;
  readonly resume: boolean;
  readonly report: string | undefined;
  readonly batch: number;
};

function argumentsOf(args: string[]): Arguments {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { from: text, "dry-run": flag, resume: flag, report: text, batch: text },
    });
    const { from, "dry-run": dryRun, resume, report } = values;
    const batch = Number(values.batch ?? HAND_OVER_BATCH);
    const fits = Number.isInteger(batch) && batch >= 1 && batch <= 5_000 && !(dryRun && resume);
    if (from !== undefined && fits) return { from, dryRun, resume, report, batch };
  } catch {
    // 下の使い方で断る。
  }
  throw new CommandRefusal(usage, 2);
}

const toolsOf = (services: Services, { from, batch }: Arguments) => ({
  context: { ...services, actor: { kind: "system", job: "hand-over" } as const, requestId: "hand-over" },
  source: openFolder(from),
  storage: services.storage,
  issuers: {
    applicant: services.identity.applicant.issuer,
    staff: services.identity.staff.issuer,
  },
  stagingFile: (sha256: string) => join(services.config.dataDir, "hand-over", `${sha256}.sqlite`),
  batch,
  progress: (step: string, done: number) => warn(`  ${step} ${done}`),
});

/** 検査だけを行い、報告の二つのファイルを書く。 */
async function dryRun(services: Services, given: Arguments): Promise<void> {
  const tools = toolsOf(services, given);
  const stagingFile = join(services.config.dataDir, "hand-over", "dry-run.sqlite");
  const folder = given.report ?? join(services.config.dataDir, "hand-over", "report");
  removeStaging(stagingFile);
  const staging = openStaging(stagingFile);
  try {
    const opened = await readManifest(tools.source);
    const prepared = opened.ok ? await prepareHandOver(tools, staging, opened.value) : opened;
    const head = {
      manifestSha256: opened.ok ? opened.value.sha256 : null,
      checkedAt: services.clock.now(),
      faults: prepared.ok ? [] : prepared.error,
      counts: prepared.ok ? prepared.value : null,
    };
    const lines = reportLines(head);
    await mkdir(folder, { recursive: true });
    await pipeline(reportJson(head, staging), createWriteStream(join(folder, "report.json")));
    await writeFile(join(folder, "report.txt"), `${lines.join("\n")}\n`);
    for (const line of lines) say(line);
    say(`報告を ${folder} に書きました。何も取り込んでいません。`);
    if (!prepared.ok) throw new CommandRefusal("この一式は取り込めません。");
  } finally {
    staging.close();
    removeStaging(stagingFile);
  }
}

async function run(services: Services, given: Arguments): Promise<void> {
  const started = performance.now();
  const imported = await importHandOver(toolsOf(services, given), given.resume);
  if (!imported.ok) {
    const { error } = imported;
    switch (error.kind) {
      case "faults":
        throw new CommandRefusal(reportLines({ faults: error.faults, counts: null }).join("\n"));
      case "unfinished":
        throw new CommandRefusal(
          `この一式の取込みが途中で止まっています（${error.startedAt} に開始）。--resume を付けると続けます。`,
        );
      case "nothingToResume":
        throw new CommandRefusal("この一式の、途中で止まった取込みはありません。--resume を外してください。");
    }
  }
  const { run: row, repeated, mismatches } = imported.value;
  for (const line of reportLines({ faults: [], counts: row.counts })) say(line);
  if (repeated) say("この一式は前に取り込み終えています。何も変えていません。");
  if (row.state === "mismatched")
    throw new CommandRefusal(
      ["取り込んだ記録が、一式の記録と合いません。", ...mismatches.map((name) => `  ${name}`)].join("\n"),
    );
  say(
    `取込みを終え、読み戻した記録が一式と合うことを確かめました（${((performance.now() - started) / 1000).toFixed(1)} 秒）。`,
  );
}

await runCommand(async () => {
  const given = argumentsOf(process.argv.slice(2));
  await withServices(commandConfig(), async (services) => {
    await ensureRulebook(services, sourceRulebook);
    await (given.dryRun ? dryRun(services, given) : run(services, given));
  });
});
