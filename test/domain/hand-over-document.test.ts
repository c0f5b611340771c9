import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findingCodes } from "#app/domain/hand-over/finding.ts";
import { leftOutList, recordTables } from "#test/support/hand-over-document.ts";

const document = () => readFile(join(import.meta.dirname, "../../docs/hand-over-format.md"), "utf8");

it("引継ぎの形の文書は、欄の定義と、引き継がない表のとおりである", async () => {
  const text = await document();
  expect(text).toContain(recordTables);
  expect(text).toContain(leftOutList);
});

it("報告の理由は、全部が文書に載っている", async () => {
  const text = await document();
  for (const [code, words] of Object.entries(findingCodes))
    expect(text).toContain(`| \`${code}\` | ${words} |`);
});
