/** 新しい規則集で変わったことを、申請者の読む文にする。 */
import { routedChanges } from "#app/domain/plan/difference-kinds.ts";
import { findingWords } from "#app/domain/plan/finding.ts";
import type { EditionChange } from "#app/domain/plan/edition-change.ts";

/** 提出先、指針、項目、点検の順の文。 */
export const editionChangeLines = ({ routing, items, added, removed }: EditionChange): readonly string[] => [
  ...routedChanges(routing).map(
    ({ label, before, after }) => `${label}が、「${before}」から「${after}」に変わりました。`,
  ),
  ...(items === null
    ? []
    : [
        ...items.added.map((item) => `指針「${items.guideline}」に、項目「${item}」が加わりました。`),
        ...items.removed.map((item) => `指針「${items.guideline}」から、項目「${item}」がなくなりました。`),
        ...items.reworded.map(({ before, after }) => `項目「${before}」は、「${after}」になりました。`),
        ...(items.reordered ? [`指針「${items.guideline}」の項目の並びが変わりました。`] : []),
      ]),
  ...added.map((finding) => `新しく確かめること：${findingWords(finding)}`),
  ...removed.map((finding) => `直さなくてよくなったこと：${findingWords(finding)}`),
];
