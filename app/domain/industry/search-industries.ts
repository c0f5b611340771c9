/**
 * 業種を、番号の先頭、名前、読み、呼び名（床屋、美容室など）で探す。全角と半角、かなとカナの違いは問わない。
 * 読みと呼び名は規則集の表にある（industry-readings.csv、industry-words.csv）。
 */
import { withoutLongVowels } from "#app/domain/rulebook/compile-industry-search.ts";
import { foldForSearch } from "#app/domain/rulebook/fold-for-search.ts";
import type {
  Industry,
  IndustryKeys,
  IndustrySearch,
  IndustryWord,
  JsicRevision,
} from "#app/domain/rulebook/industry-table.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";

/** 当たった細分類。calledBy は、名前ではなく呼び名で当たったときの呼び名。 */
export type IndustryHit = { readonly industry: Industry; readonly calledBy: string | null };

/** 当たり方。小さいほど先に並べる。 */
const rank = {
  nameStart: 0,
  called: 1,
  nameInside: 2,
  readingStart: 3,
  readingInside: 4,
  calledPartly: 5,
  above: 6,
  exclusion: 7,
  none: 99,
} as const;

/** 一文字のかなは、どの読みにもあるので、名前と、ちょうどその呼び名だけを見る。 */
const SHORTEST_READING = 2;

/**
 * 細分類を探す。小分類や中分類の名前に当たったときは、その下の細分類を返す。
 *
 * @param query 番号の先頭桁（例: "266"）か言葉。空白で区切れば、すべてに当たるもの
 * @param limit 返す数の上限
 * @returns よく当たったものを先に、同じなら分類表の順で
 */
export function industryHits(
  rulebook: Rulebook,
  revision: JsicRevision,
  query: string,
  limit: number,
): readonly IndustryHit[] {
  const words = query.normalize("NFKC").split(/\s+/u).map(foldForSearch).filter(Boolean);
  if (words.length === 0) return [];
  const { search, looseSearch } = rulebook.industries[revision];
  const exact = ranked(search, words, limit);
  return exact.length > 0 ? exact : ranked(looseSearch, words.map(stemOf), limit);
}

/** industryHits の業種だけ。 */
export const searchIndustries = (
  rulebook: Rulebook,
  revision: JsicRevision,
  query: string,
  limit = 50,
): readonly Industry[] => industryHits(rulebook, revision, query, limit).map(({ industry }) => industry);

/** 「ネジ製造」「運送会社」の、終わりの言葉を除く。除くと空になる語はそのまま。 */
function stemOf(word: string): string {
  const plain = withoutLongVowels(word);
  const stem = plain.replace(/(屋さん|屋|業者|製造業|業|店|会社|工場|製造|加工|販売|関係)$/u, "");
  return stem === "" ? plain : stem;
}

function ranked(
  { classes, words: names }: IndustrySearch,
  words: readonly string[],
  limit: number,
): readonly IndustryHit[] {
  const wanted = words.map((word) => ({ word, called: calledBy(names, word) }));
  const found: { readonly worst: number; readonly hit: IndustryHit }[] = [];
  for (const keys of classes) {
    let worst = 0;
    let name: string | null = null;
    for (const { word, called } of wanted) {
      const alias = aliasOf(called, keys.industry.code);
      const own = rankOf(keys, word, alias);
      if ((own === rank.called || own === rank.calledPartly) && alias !== undefined) name = alias.word;
      worst = Math.max(worst, own);
    }
    if (worst < rank.none) found.push({ worst, hit: { industry: keys.industry, calledBy: name } });
  }
  return found
    .sort((a, b) => a.worst - b.worst)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

function rankOf(keys: IndustryKeys, word: string, alias: Alias | undefined): number {
  const { code } = keys.industry;
  if (/^\d{1,4}$/u.test(word))
    return code === word ? rank.nameStart : code.startsWith(word) ? rank.nameInside : rank.none;
  if (keys.name.startsWith(word)) return rank.nameStart;
  if (alias?.whole === true) return rank.called;
  if (keys.name.includes(word)) return rank.nameInside;
  const readable = word.length >= SHORTEST_READING;
  if (readable && keys.reading.includes(word))
    return keys.reading.startsWith(word) ? rank.readingStart : rank.readingInside;
  if (alias !== undefined) return rank.calledPartly;
  if ((readable || !isKana(word)) && keys.above.some((key) => key.includes(word)))
    return isHeadOffice(code) ? rank.exclusion : rank.above;
  return keys.full.includes(word) ? rank.exclusion : rank.none;
}

/** 「管理、補助的経済活動を行う事業所」の細分類。その分野の事業そのものより後に並べる。 */
const isHeadOffice = (code: string): boolean => code[2] === "0";

const isKana = (word: string): boolean => /^[ぁ-ゖー]+$/u.test(word);

type Alias = { readonly word: string; readonly whole: boolean };

/** その言葉で呼ばれる分類。呼び名の初め（かなでなければ一部）だけに当たったときは whole が偽。 */
function calledBy(names: readonly IndustryWord[], word: string): ReadonlyMap<string, Alias> {
  const called = new Map<string, Alias>();
  const matches = isKana(word)
    ? (key: string) => word.length >= SHORTEST_READING && key.startsWith(word)
    : (key: string) => key.includes(word);
  for (const { word: name, keys, codes } of names) {
    const whole = keys.includes(word);
    if (!whole && !keys.some(matches)) continue;
    for (const code of codes) if (called.get(code)?.whole !== true) called.set(code, { word: name, whole });
  }
  return called;
}

/** 呼び名は中・小分類を指すこともある。 */
const aliasOf = (called: ReadonlyMap<string, Alias>, code: string): Alias | undefined =>
  called.size === 0
    ? undefined
    : (called.get(code) ?? called.get(code.slice(0, 3)) ?? called.get(code.slice(0, 2)));
