/** vitest の JSON の報告を、通った数と落ちた数に直す。飛ばした試験は落ちたものと数える。 */
import { readFileSync } from "node:fs";

const MAX_NAMES = 20;

/**
 * @param {string} file 報告の場所
 * @param {number} code vitest の終了コード
 * @returns {{ passed: number, failed: number, reasons: string[] }}
 */
export const countTests = (file, code) => {
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, reasons: [`vitest が報告を残さずに終わりました（終了コード ${code}）`] };
  }
  const reasons = [];
  let passed = 0;
  let failed = 0;
  const fail = (reason) => {
    failed += 1;
    if (reasons.length < MAX_NAMES) reasons.push(reason);
  };
  for (const testFile of report.testResults ?? []) {
    const tests = testFile.assertionResults ?? [];
    for (const test of tests) {
      if (test.status === "passed") passed += 1;
      else fail(`${test.status === "failed" ? "失敗" : `飛ばされた（${test.status}）`}: ${test.fullName}`);
    }
    if (testFile.status === "failed" && !tests.some((test) => test.status === "failed")) {
      fail(`読み込みか後始末の失敗: ${testFile.name.split("/").slice(-2).join("/")}`);
    }
  }
  if (passed + failed === 0) fail("試験が一つも走りませんでした");
  if (code !== 0 && failed === 0) fail(`試験の外で失敗しました（終了コード ${code}）`);
  return { passed, failed, reasons };
};
