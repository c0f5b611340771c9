/** 業種を探すための索引を組み立てる。名称の読みと呼び名は規則集の表から来る。 */
import type { FaultList } from "./fault-list.ts";
import { foldForSearch } from "./fold-for-search.ts";
import type { Industry, IndustryKeys, IndustrySearch, IndustryWord, JsicRevision } from "./industry-table.ts";
import type { RulebookTableRows } from "./tables.ts";

/**
 * @param byCode その改定のすべての分類
 * @returns 細分類の索引と、呼び名。呼び名が指す分類がなければ list に誤りを足す
 */
export function compileIndustrySearch(
  revision: JsicRevision,
  byCode: ReadonlyMap<string, Industry>,
  tables: RulebookTableRows,
  list: FaultList,
): IndustrySearch {
  const readings = new Map(
    tables.industryReadings.map(({ name, reading }) => [foldForSearch(name), foldForSearch(reading)]),
  );
  const readingOf = ({ name }: Industry): string => readings.get(foldForSearch(withoutRemarks(name))) ?? "";
  const classes = [...byCode.values()]
    .filter(({ level }) => level === "class")
    .map((industry): IndustryKeys => {
      const above = [industry.code.slice(0, 3), industry.code.slice(0, 2)].flatMap(
        (code) => byCode.get(code) ?? [],
      );
      return {
        industry,
        name: foldForSearch(withoutExclusions(industry.name)),
        full: foldForSearch(industry.name),
        reading: readingOf(industry),
        above: above.flatMap((one) => [foldForSearch(withoutExclusions(one.name)), readingOf(one)]),
      };
    });
  return { classes, words: compileWords(revision, byCode, tables, list) };
}

/** 長音を除いた索引。 */
export function loosened({ classes, words }: IndustrySearch): IndustrySearch {
  return {
    classes: classes.map((keys) => ({
      ...keys,
      name: withoutLongVowels(keys.name),
      full: withoutLongVowels(keys.full),
      reading: withoutLongVowels(keys.reading),
      above: keys.above.map(withoutLongVowels),
    })),
    words: words.map((word) => ({ ...word, keys: word.keys.map(withoutLongVowels) })),
  };
}

export const withoutLongVowels = (key: string): string => key.replaceAll("ー", "");

/** 「（…を除く）」のない名称。「（…を含む）」は残す。 */
const withoutExclusions = (name: string): string => name.normalize("NFKC").replace(/\([^()]*除く\)/gu, "");

const withoutRemarks = (name: string): string => name.normalize("NFKC").replace(/\([^()]*\)/gu, "");

function compileWords(
  revision: JsicRevision,
  byCode: ReadonlyMap<string, Industry>,
  tables: RulebookTableRows,
  list: FaultList,
): readonly IndustryWord[] {
  return tables.industryWords.flatMap((row, index): readonly IndustryWord[] => {
    if (row.revision !== null && row.revision !== revision) return [];
    for (const code of row.codes)
      if (!byCode.has(code))
        list.at("industryWords", index, `第${revision}回改定にコード「${code}」がありません`);
    const { word, reading, codes } = row;
    return [{ word, keys: [foldForSearch(word), foldForSearch(reading)], codes }];
  });
}
