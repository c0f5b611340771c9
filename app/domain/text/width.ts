/**
 * 文字幅・かな・異体字の揃え。
 * 入力欄の数字を半角に直す `normaliseDigits` と、検索語と索引の両方に同じく掛ける `foldForSearch` を置く。
 * どちらも保存する文章には使わない。髙・﨑・𠮷 は保存時にそのまま残す(保存用は `visible.ts` の `cleanText`)。
 */
import { plainForms } from "./old-forms.ts";

/** ハイフン・ダッシュ・マイナス・長音など、利用者が横棒として打つ文字。 */
const HORIZONTAL_BARS = /[-\u00AD\u2010-\u2015\u2043\u2212\u30FC\uFE58\uFE63\uFF0D\uFF70]/gu;

/** 横棒に見える文字をすべて半角ハイフンにする。 */
export const foldHyphens = (text: string): string => text.replace(HORIZONTAL_BARS, "-");

const FULL_WIDTH_NUMERIC = /[\uFF0B\uFF0C\uFF0E\uFF0F\uFF10-\uFF1A]/gu;
const NUMERIC_MINUS = /[\u2010-\u2015\u2212\uFE63\uFF0D]/gu;

/**
 * 数字・符号・小数点・桁区切りを半角にする。ほかの文字は変えない。
 * @param raw 入力欄の文字列
 * @returns ０–９ ＋ － ． ， ／ ： を半角にした文字列。二度掛けても同じ。
 */
export function normaliseDigits(raw: string): string {
  return raw
    .replace(FULL_WIDTH_NUMERIC, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(NUMERIC_MINUS, "-");
}

const ANY_VARIANT = new RegExp(`[${[...plainForms.keys()].join("")}]`, "gu");

const KATAKANA_WITH_HIRAGANA = /[\u30A1-\u30F6\u30FD\u30FE]/gu;
const VARIATION_SELECTORS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/**
 * 検索のために文字の違いを畳む。索引に入れる側と検索語の側の両方に掛ける。
 * 幅 (NFKC)、大文字小文字、片仮名と平仮名、旧字体、横棒と長音、空白の数を揃える。
 * @returns 畳んだ文字列。二度掛けても同じ。表示や保存には使わない。
 */
export function foldForSearch(text: string): string {
  return text
    .toWellFormed()
    .replace(VARIATION_SELECTORS, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(KATAKANA_WITH_HIRAGANA, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(ANY_VARIANT, (c) => plainForms.get(c) ?? c)
    .replace(HORIZONTAL_BARS, "-")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
