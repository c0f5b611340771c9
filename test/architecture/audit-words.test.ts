import { expect, it } from "vitest";
import { auditSubject, auditWord } from "#app/routes/admin/audit-words.ts";
import { sourceFiles, textOf } from "./source-files.ts";

/** 監査を書く所。 */
const writers = sourceFiles()
  .filter((file) => /^(?:app\/usecases|app\/http|scripts)\//u.test(file))
  .map((file) => textOf(file))
  .filter((text) => /\baudit\b|noteInAudit/u.test(text));

const all = (...patterns: readonly RegExp[]): readonly string[] => [
  ...new Set(
    patterns.flatMap((pattern) =>
      writers.flatMap((text) => [...text.matchAll(pattern)].map((found) => found[1] ?? "")),
    ),
  ),
];

const actions = all(
  /(?<!intent: \{\s*)\baction: "([a-z]\w*\.[a-z]\w*)"/gu,
  /noteInAudit\(\s*\w+,\s*"([a-z]\w*\.[a-z]\w*)"/gu,
);
const subjects = all(
  /\bsubjectKind: (?:[^",\n]*\? )?"(\w+)"/gu,
  /\bsubjectKind: [^",\n]*\? "\w+" : "(\w+)"/gu,
  /noteInAudit\([^;]*?\bkind: "(\w+)"/gu,
);

it.each(actions)("監査の操作 %s は、日本語で示す", (code) => {
  expect(auditWord(code)).toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
});

it.each(subjects)("監査の対象 %s は、日本語で示す", (kind) => {
  expect(auditSubject(kind)).toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
});
