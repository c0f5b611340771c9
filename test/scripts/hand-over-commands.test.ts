/** 命令: 検査の報告を書き、強制終了した取込みを続け、全部を書き出す。 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  handOverSample,
  type HandOverSample,
  sampleNumber,
  writeSample,
} from "#test/support/hand-over-folder.ts";
import { runScript } from "./run-script.ts";

const PLANS = 60;
const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "hand-over-command-"));
  folders.push(folder);
  return folder;
};

/** 見本の取り消された計画を、番号を変えて増やした一式。 */
function manyPlans(): HandOverSample {
  const sample = handOverSample();
  for (let index = 0; index < PLANS; index += 1) {
    const id = `M-${index}`;
    sample.plans.push({ ...sample.plans[2], id, company: sampleNumber(3), ended: null });
    sample.versions.push({ ...sample.versions[3], plan: id, number: `20240410東北第${100 + index}号` });
  }
  return sample;
}

let folder: string;
beforeAll(async () => {
  folder = await writeSample(manyPlans());
  folders.push(folder);
});
afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true, force: true }))));

const importing = (dataDir: string, ...args: readonly string[]) =>
  runScript("scripts/hand-over-import.ts", ["--from", folder, "--batch", "1", ...args], {
    DATA_DIR: dataDir,
  });

/** 取り込んだ時と、データベースごとの規則集の版の番号は、比べない。 */
const unlike = { created_at: null, updated_at: null, edition_id: null };

/** 進みの行が出たところで、片付けの暇を与えずに終わらせる。 */
const killedAt = (dataDir: string, line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "scripts/hand-over-import.ts", "--from", folder, "--batch", "1"],
      {
        cwd: join(import.meta.dirname, "../.."),
        env: { PATH: process.env["PATH"], NODE_ENV: "development", LOG_LEVEL: "error", DATA_DIR: dataDir },
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    let seen = "";
    child.stderr.on("data", (part: Buffer) => {
      seen += part.toString("utf8");
      if (seen.includes(line)) child.kill("SIGKILL");
    });
    child.once("error", reject);
    child.once("close", () => resolve());
  });

function contentsOf(dataDir: string): Readonly<Record<string, readonly string[]>> {
  const database = new BetterSqlite3(join(dataDir, "portal.sqlite"), { readonly: true });
  const rows = (table: string): readonly string[] =>
    database
      .prepare(`select * from ${table}`)
      .all()
      .map((row) => JSON.stringify({ ...(row as object), ...unlike }))
      .toSorted();
  try {
    return Object.fromEntries(
      [
        "companies",
        "plans",
        "plan_versions",
        "plan_events",
        "certifications",
        "issued_documents",
        "application_listings",
        "listing_counts",
        "number_series",
      ].map((table) => [table, rows(table)]),
    );
  } finally {
    database.close();
  }
}

describe("hand-over:import", () => {
  it("--dry-run は報告の二つのファイルだけを書き、何も取り込まない", async () => {
    const [dataDir, report] = [await newFolder(), await newFolder()];
    const finished = await importing(dataDir, "--dry-run", "--report", report);
    expect(finished).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("何も取り込んでいません") as unknown,
    });
    expect(JSON.parse(await readFile(join(report, "report.json"), "utf8"))).toMatchObject({
      faults: [],
      findings: [],
      counts: { kinds: { plans: { given: PLANS + 4, accepted: PLANS + 4 } } },
    });
    expect(await readFile(join(report, "report.txt"), "utf8")).toContain("計画：目録 64、取り込む 64");
    expect(contentsOf(dataDir)["plans"]).toEqual([]);
  }, 120_000);

  it("強制終了した取込みは、--resume で、終了しなかったときと同じ計画になる", async () => {
    const [whole, killed] = [await newFolder(), await newFolder()];
    expect(await importing(whole)).toMatchObject({ code: 0 });
    await killedAt(killed, "  plans 20\n");
    expect(await importing(killed, "--resume")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("一式と合うことを確かめました") as unknown,
    });
    expect(contentsOf(killed)).toEqual(contentsOf(whole));
  }, 240_000);
});
