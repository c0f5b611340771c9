/** 手続の決まりを組み立てる。通知の文面には決まった slot だけを使える。 */
import { isGeneral } from "./letter-scope.ts";
import { groupOfOrder } from "./row-order.ts";
import { checkOrder, checkPeriods, type FaultList } from "./fault-list.ts";
import {
  type LegalSubject,
  type LetterKind,
  type Processing,
  type ProcedureRules,
  type ProcessingCondition,
} from "./procedure-rules.ts";
import type { RowOf, RulebookTableRows } from "./tables.ts";
import { letterKinds, processingConditions } from "./tables/procedure-tables.ts";

export function compileProcedure(tables: RulebookTableRows, list: FaultList): ProcedureRules {
  checkPeriods("legalArticles", tables.legalArticles, (row) => row.subject, list);
  checkOrder(
    "letterParagraphs",
    tables.letterParagraphs,
    (row) => groupOfOrder("letterParagraphs", row),
    list,
  );
  checkOrder("letterItems", tables.letterItems, (row) => groupOfOrder("letterItems", row), list);
  checkOrder("successionKinds", tables.successionKinds, () => "", list);
  checkAttachmentKinds(tables, list);
  checkLetters(tables, list);
  const articles = new Map<LegalSubject, RowOf<"legalArticles">[]>();
  for (const row of tables.legalArticles) {
    articles.set(row.subject, [row, ...(articles.get(row.subject) ?? [])]);
  }
  return {
    articles,
    periodChoices: tables.periodChoices,
    processing: compileProcessing(tables, list),
    letters: { headings: tables.letters, paragraphs: tables.letterParagraphs, items: tables.letterItems },
    holidays: new Map(tables.holidays.map((row) => [row.date, row])),
    successionKinds: tables.successionKinds,
    attachmentKinds: new Map(tables.attachmentKinds.map((row) => [row.id, row])),
  };
}

/** 要る場合も選べる場合も書かれていない種類は、誰も添付できない。 */
function checkAttachmentKinds(tables: RulebookTableRows, list: FaultList): void {
  checkOrder("attachmentKinds", tables.attachmentKinds, () => "", list);
  tables.attachmentKinds.forEach(({ requiredWhen, offeredWhen }, index) => {
    if (requiredWhen === null && offeredWhen === null)
      list.at("attachmentKinds", index, "requiredWhen か offeredWhen のどちらかを書きます");
  });
}

function compileProcessing(
  tables: RulebookTableRows,
  list: FaultList,
): Readonly<Record<ProcessingCondition, Processing>> {
  for (const condition of processingConditions) {
    if (!tables.processing.some((row) => row.condition === condition)) {
      list.in("processing", `標準処理期間「${condition}」の行がありません`);
    }
  }
  return Object.fromEntries(tables.processing.map((row) => [row.condition, row])) as Record<
    ProcessingCondition,
    Processing
  >;
}

/** 後から増えた種類。増える前に公布した版も読めるよう、公布前の点検だけが求める。 */
const laterKinds: ReadonlySet<LetterKind> = new Set([
  "revocation",
  "confirmationB",
  "confirmationD",
  "confirmationE",
]);

const letterTables = ["letters", "letterParagraphs", "letterItems"] as const;

/** どの局にも答えがあるよう、全部に当てはまる題と本文は必ず要る。 */
function checkLetters(tables: RulebookTableRows, list: FaultList): void {
  for (const table of letterTables)
    tables[table].forEach(({ ministry, office }, index) => {
      if (ministry !== null && office !== null)
        list.at(table, index, "省庁と局は、どちらか一つだけ書きます", "office");
      if (ministry !== null && !tables.ministries.some(({ name }) => name === ministry))
        list.at(table, index, `省庁「${ministry}」が ministries.csv にありません`, "ministry");
      if (office !== null && !tables.offices.some(({ code }) => code === office))
        list.at(table, index, `局「${office}」が offices.csv にありません`, "office");
    });
  for (const kind of letterKinds) {
    const headed = tables.letters.some((row) => row.kind === kind && isGeneral(row));
    if (!headed && laterKinds.has(kind)) continue;
    if (!headed) list.in("letters", `文面「${kind}」がありません`);
    if (!tables.letterParagraphs.some((row) => row.letter === kind && isGeneral(row))) {
      list.in("letterParagraphs", `文面「${kind}」の本文がありません`);
    }
  }
}
