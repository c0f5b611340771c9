/** 新しい規則集で変わったことを、申請者の読む文にする。 */
import { findingWords } from "#app/domain/plan/finding.ts";
import type { EditionChange } from "#app/domain/plan/edition-change.ts";
import type { RoutedTo } from "#app/domain/plan/replay-plan.ts";

/** 提出先、指針、項目、点検の順の文。 */
export const editionChangeLines = ({ routing, items, added, removed }: EditionChange): readonly string[] => [
  ...(routing === null ? [] : routingLines(routing.before, routing.after)),
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

const days = { businessDays: "開庁日", days: "日" } as const;

function routingLines(before: RoutedTo, after: RoutedTo): readonly string[] {
  const line = (name: string, from: string, to: string): readonly string[] =>
    from === to ? [] : [`${name}が、「${from}」から「${to}」に変わりました。`];
  return [
    ...line("提出先", placeOf(before), placeOf(after)),
    ...line("宛名", before.addressee ?? "未定", after.addressee ?? "未定"),
    ...line("従う指針", before.guideline ?? "未定", after.guideline ?? "未定"),
    ...line("提出の方法", methodOf(before), methodOf(after)),
    ...line("標準処理期間", timeOf(before), timeOf(after)),
  ];
}

const placeOf = ({ office, reason }: RoutedTo): string => office ?? reason ?? "未定";
const methodOf = ({ electronic }: RoutedTo): string =>
  electronic === null ? "未定" : electronic ? "電子申請" : "郵送";
const timeOf = ({ processing }: RoutedTo): string =>
  processing === null ? "未定" : `${processing.days}${days[processing.unit]}`;
