/** `npm test` の最後の行の数え方。飛ばした試験や、途中で倒れた vitest を、通ったと数えない。 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countTests } from "../../scripts/setup/vitest-report.mjs";

type TestFile = { status: string; tests: readonly string[] };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "test-report-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const count = (files: readonly TestFile[], code: number) => {
  const file = path.join(folder, "report.json");
  const testResults = files.map(({ status, tests }, at) => ({
    name: `test/${at}.test.ts`,
    status,
    assertionResults: tests.map((test) => ({ status: test, fullName: test })),
  }));
  writeFileSync(file, JSON.stringify({ testResults }));
  const { passed, failed } = countTests(file, code);
  return { passed, failed };
};

describe("試験の数え方", () => {
  it.each<[name: string, files: TestFile[], code: number, passed: number, failed: number]>([
    ["全部通った", [{ status: "passed", tests: ["passed", "passed"] }], 0, 2, 0],
    ["一つ落ちた", [{ status: "failed", tests: ["passed", "failed"] }], 1, 1, 1],
    [
      "飛ばされた試験は失敗",
      [{ status: "passed", tests: ["passed", "skipped", "pending", "todo"] }],
      0,
      1,
      3,
    ],
    ["読み込めないファイルは失敗", [{ status: "failed", tests: [] }], 1, 0, 1],
    ["後始末の失敗は失敗", [{ status: "failed", tests: ["passed"] }], 1, 1, 1],
    ["試験の外の失敗（終了コードだけ）は失敗", [{ status: "passed", tests: ["passed"] }], 1, 1, 1],
    ["一つも走らなければ失敗", [], 0, 0, 1],
  ])("%s", (_name, files, code, passed, failed) => {
    expect(count(files, code)).toEqual({ passed, failed });
  });

  it("報告がなければ失敗", () => {
    expect(countTests(path.join(folder, "none.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});
