import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftEdition, publishDraft } from "#test/support/editions.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";

const root = path.join(import.meta.dirname, "../..");
const emptyFolder = mkdtempSync(path.join(tmpdir(), "lookup-command-"));

let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices();
  const effectiveFrom = "2027-04-01";
  const editionId = await draftEdition(portal, effectiveFrom);
  await publishDraft(portal, editionId, { label: "令和9年4月1日版", effectiveFrom });
});
afterAll(async () => {
  await portal.close();
  rmSync(emptyFolder, { recursive: true });
});

/** `npm run -s lookup -- …` と同じものを、その場所のデータで動かす。 */
const lookup = (dataDir: string, ...args: readonly string[]) => {
  const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
  return spawnSync(process.execPath, [tsx, "scripts/lookup.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: dataDir },
  });
};
const answerOf = (dataDir: string, on: string): unknown => {
  const run = lookup(dataDir, "--industry", "4711", "--prefecture", "28", "--on", on);
  expect(run).toMatchObject({ status: 0, stderr: "" });
  return JSON.parse(run.stdout);
};

describe("提出先を調べるコマンドは、動いているポータルと同じ版で答える", () => {
  it.each([
    ["2027-03-31", "令和8年4月1日版"],
    ["2027-04-01", "令和9年4月1日版"],
  ])(
    "%s には、データベースにある %s で答える",
    (on, label) => {
      expect(answerOf(portal.dataDir, on)).toMatchObject({
        kind: "office",
        addressee: "神戸運輸監理部長",
        edition: { label },
      });
    },
    30_000,
  );

  it("データベースがなければ、同梱の第一版で答える", () => {
    expect(answerOf(emptyFolder, "2027-04-01")).toMatchObject({ edition: { label: "令和8年4月1日版" } });
  }, 30_000);

  it("どの版の施行よりも前の日は、収録していないと断る", () => {
    const run = lookup(portal.dataDir, "--industry", "4711", "--prefecture", "28", "--on", "2020-01-01");
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain("--on: 2026-04-01より前の日の決まりは収録していません。");
  }, 30_000);
});
