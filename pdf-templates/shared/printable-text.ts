/**
 * 印字のための文字列の整え。字を別の字に替えてはならない（髙 を 高 に、﨑 を 崎 にしない）。
 * 全体の NFC 正規化は CJK 互換漢字を統合漢字に替えるので使わず、仮名と濁点・半濁点の合成だけを行う。
 */

const KANA_WITH_MARK = /[\u3041-\u30ff][\u3099\u309a]/gu;

/** 改行を \n に、タブを空白に揃え、分かれた濁点を仮名と合わせ、折返し用の記号（U+00AD）を取り除く。 */
export function printableText(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[\t\u00a0]/gu, " ")
    .replace(/\u00ad/gu, "")
    .replace(KANA_WITH_MARK, (pair) => pair.normalize("NFC"));
}
