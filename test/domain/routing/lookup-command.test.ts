import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../../..");
const emptyFolder = mkdtempSync(path.join(tmpdir(), "lookup-"));
afterAll(() => rmSync(emptyFolder, { recursive: true }));

/** データベースのない所で `npm run -s lookup -- …` と同じものを動かす。 */
const lookup = (...args: readonly string[]) => {
  const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
  const run = spawnSync(process.execPath, [tsx, "scripts/lookup.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: emptyFolder },
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
};

describe("提出先を調べるコマンド", () => {
  it("答えを JSON で標準出力に出す", () => {
    const run = lookup("--industry", "4711", "--prefecture", "28", "--revision", "14", "--on", "2026-12-01");
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(run.stdout)).toMatchObject({
      kind: "office",
      ministry: "国土交通省",
      addressee: "神戸運輸監理部長",
      guideline: { name: "基本方針" },
      submission: "electronic",
      processing: { days: 30, unit: "days" },
      edition: { effectiveFrom: "2026-04-01" },
      certainty: "seen",
    });
  }, 30_000);

  it.each([
    [["--industry", "9998", "--prefecture", "28"], "細分類「9998」は"],
    [["--industry", "4711"], "--prefecture（都道府県コード2桁）を指定してください"],
    [["--industry", "4711", "--prefecture", "28", "--color"], "知らない引数"],
  ])(
    "誤った引数 %j は標準エラーに日本語で断り、終了コード 2",
    (args, message) => {
      const run = lookup(...args);
      expect(run).toMatchObject({ status: 2, stdout: "" });
      expect(run.stderr).toContain(message);
      expect(run.stderr).toContain("使い方:");
    },
    30_000,
  );
});
