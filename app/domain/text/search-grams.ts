/**
 * 全文検索の索引の語。日本語は語の切れ目が書かれないので、畳んだ文字の続く二字ずつを語にする。
 * 一字で探すための、文中の字の一つずつも語にする。索引と検索語の両方がここから語を得る。
 */
import { foldForSearch } from "./width.ts";

/** 検索語の数の上限。 */
const MOST_WORDS = 8;
/** 一つの検索語の長さ（字）の上限。 */
const LONGEST_WORD = 60;

/** 続きの終わりを示す語。次の続きの始まりと隣り合わせない。三字なので、文の語とは重ならない。 */
const END = "|||";

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ""));

/**
 * 索引に入れる語。
 * @param text 探せるようにする文。畳む前のもの
 * @returns 文の順の二字の語、続いて文に出る字。同じ並びの語は、同じ並びの文からだけできる
 */
export function indexGrams(text: string): readonly string[] {
  const folded = foldForSearch(text);
  const pairs = folded.split(" ").flatMap((run) => [...pairsOf(Array.from(run)), END]);
  const characters = new Set(Array.from(folded));
  characters.delete(" ");
  return [...pairs, END, ...characters];
}

/**
 * 検索語。空白で区切られた語の、どれもが文の中に続けて出ることを求める。
 * @param query 検索欄に打たれた文字
 * @returns 畳んだ検索語。空なら探さない
 */
export const searchWords = (query: string): readonly string[] => [
  ...new Set(
    foldForSearch(query)
      .split(" ")
      .map((word) => Array.from(word).slice(0, LONGEST_WORD).join(""))
      .filter((word) => word !== "")
      .slice(0, MOST_WORDS),
  ),
];

/** 一つの検索語を、索引の語の並びにする。この並びがそのまま続く文だけが当たる。 */
export function wordGrams(word: string): readonly string[] {
  const characters = Array.from(word);
  return characters.length <= 1 ? characters : pairsOf(characters);
}
