/** 表計算ソフトに書かれた言葉を、選択肢の値に読む。 */
import { cleanText } from "../text/visible.ts";
import type { Option } from "./options.ts";

const folded = (words: string): string => cleanText(words).normalize("NFKC").replaceAll(/\s+/gu, "");

/**
 * 値そのもの、見出しの全部、見出しの頭の記号（「ア」「A」）、ほかと紛れない見出しの始まり（「宮城」）を、この順に試す。
 * @returns 選択肢の値。読めない、又は二つ以上に当たるときは null
 */
export function readPastedChoice(raw: string, options: readonly Option[]): string | null {
  const words = folded(raw);
  if (words === "") return "";
  const one = (test: (option: Option) => boolean): string | null => {
    const [found, another] = options.filter(test);
    return found === undefined || another !== undefined ? null : found.value;
  };
  return (
    one((option) => option.value === cleanText(raw)) ??
    one((option) => folded(option.label) === words) ??
    one((option) => folded(option.label.split(/[\s　]/u)[0] ?? "") === words) ??
    one((option) => folded(option.label).startsWith(words))
  );
}
