/** 全文検索の索引（FTS5）に尋ねる式。索引の名前と書き方を知るのは、この一枚と、行を書く口だけ。 */
import { wordGrams } from "#app/domain/text/search-grams.ts";
import { officeGram } from "../listing-row.ts";

/** 語を引用符で包む。中の文字は、どれも記号として読まれない。 */
const phrase = (grams: readonly string[]): string => `"${grams.join(" ").replaceAll('"', '""')}"`;

/** 局が多いときは、局の語を付けずに一覧の行の局で絞る。 */
const MOST_OFFICES = 20;

/**
 * @param words 畳んだ検索語。一つ以上
 * @param offices 見てよい局。null は全部
 */
export function searchExpression(words: readonly string[], offices: readonly string[] | null): string {
  const wanted = words.map((word) => phrase(wordGrams(word)));
  if (offices === null || offices.length === 0 || offices.length > MOST_OFFICES) return wanted.join(" AND ");
  const places = offices.map((office) => phrase([officeGram(office)])).join(" OR ");
  return [`(${places})`, ...wanted].join(" AND ");
}
