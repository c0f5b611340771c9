/**
 * `npm test`: 何も入っていない機械でも、全部の検査を走らせ、最後の行に `N passed, N failed` と書く。
 *
 * 足りない物（npm の物、Chromium、日本語フォント、poppler）を入れ、書式、lint、型、取り込みの規則、使われない物、
 * 単体と結合の試験、本番の組み立て、ブラウザーの試験を順に行う。一つが落ちても後を続ける。
 * 飛ばした試験も、ブラウザーが無いことも、失敗と数える。`--only unit,types` で選べる。
 *
 * 導入の前に動くので、Node の組み込みだけを使う。
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBrowserPieces, findChromium } from "./setup/browser.mjs";
import { build } from "./setup/build.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { packageScript, pinnedEnv, tooOldNode } from "./setup/project.mjs";
import { run, seconds } from "./setup/run.mjs";
import { countTests } from "./setup/vitest-report.mjs";

const STEP_LIMIT_MS = 40 * 60_000;
const reports = mkdtempSync(path.join(tmpdir(), "portal-test-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

/** @typedef {{ passed: number, failed: number, reasons: string[] }} Count */

/** @returns {Count} */
const one = (failure) =>
  failure === null ? { passed: 1, failed: 0, reasons: [] } : { passed: 0, failed: 1, reasons: [failure] };

/** package.json の一行を、一つの検査として走らせる。 */
const check = (script) => async () => {
  const { code, timedOut } = await run(packageScript(script), null, {
    env: pinnedEnv(),
    heartbeat: "調べています",
    timeoutMs: STEP_LIMIT_MS,
  });
  return one(code === 0 ? null : timedOut ? "時間切れ" : `終了コード ${code}`);
};

/** package.json の vitest の一行を走らせ、試験の数を数える。 */
const vitest =
  (script, extraEnv = {}) =>
  async () => {
    const report = path.join(reports, `${script.replace(":", "-")}.json`);
    const { code, timedOut } = await run(
      `${packageScript(script)} --reporter=default --reporter=json --outputFile.json="${report}"`,
      null,
      { env: pinnedEnv(extraEnv), heartbeat: "試験しています", timeoutMs: STEP_LIMIT_MS },
    );
    return timedOut ? one("時間切れ") : countTests(report, code);
  };

let buildFailure = null;
const production = async () => one((buildFailure = await build()));

const browserTests = () => {
  if (buildFailure !== null) return one("本番の組み立てが失敗したので、走らせていません");
  const chromium = findChromium();
  if (chromium === null) return one("Chromium がないので、走らせていません");
  return vitest("test:e2e", { CHROMIUM_PATH: chromium })();
};

/** @type {readonly { key: string, title: string, run: () => Promise<Count> | Count }[]} */
const STEPS = [
  {
    key: "machine",
    title: "ブラウザー、フォント、PDF の道具",
    run: async () => one(await ensureBrowserPieces()),
  },
  { key: "format", title: "書式", run: check("format:check") },
  { key: "lint", title: "lint（型も見る）", run: check("lint") },
  { key: "types", title: "型", run: check("types") },
  { key: "imports", title: "取り込みの規則", run: check("imports") },
  { key: "unused", title: "使われない物", run: check("unused") },
  { key: "unit", title: "単体と結合の試験", run: vitest("test:unit") },
  { key: "build", title: "本番の組み立て", run: production },
  { key: "e2e", title: "ブラウザーの試験", run: browserTests },
];

const chosenSteps = () => {
  const at = process.argv.indexOf("--only");
  if (at === -1) return STEPS;
  const keys = (process.argv[at + 1] ?? "").split(",");
  const unknown = keys.filter((key) => !STEPS.some((step) => step.key === key));
  if (unknown.length === 0) return STEPS.filter((step) => keys.includes(step.key));
  console.error(`--only に書けるのは ${STEPS.map((step) => step.key).join("、")} です。`);
  process.exit(2);
};

const runStep = async (step) => {
  console.log(`\n■ ${step.title}`);
  const started = Date.now();
  const count = await Promise.resolve()
    .then(step.run)
    .catch((error) => one(String(error?.stack ?? error)));
  const took = seconds(Date.now() - started);
  for (const reason of count.reasons) console.log(`  ✗ ${reason}`);
  console.log(
    `  ${count.failed === 0 ? "✓" : "✗"} ${step.title}: ${count.passed} passed, ${count.failed} failed（${took}）`,
  );
  return { ...count, title: step.title, took };
};

const finish = (results) => {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log("\n■ まとめ");
  for (const { title, passed, failed, took } of results) {
    console.log(`  ${failed === 0 ? "✓" : "✗"} ${title}: ${passed} passed, ${failed} failed（${took}）`);
  }
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
};

const steps = chosenSteps();
const cannotInstall = tooOldNode() ?? (await ensureInstalled());
if (cannotInstall !== null) {
  finish([{ ...one(cannotInstall), title: cannotInstall, took: seconds(0) }]);
} else {
  const results = [];
  for (const step of steps) results.push(await runStep(step));
  finish(results);
}
