/**
 * 保存・表示する文章の掃除。見えない文字と表示順を偽る文字を除き、見える文字は一字も変えない。
 * NFKC を掛けると 﨑・㈱・① などの字が別の字になるので、ここでは決して掛けない。
 */

const LINE_BREAKS = /\r\n|[\r\u0085\u2028\u2029]/gu;
/** 改行と水平タブを除く C0・C1 制御文字と DEL。 */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;
/** 双方向制御、幅のない空白、隠れたハイフン、BOM、タグ文字。結合子 (U+200D) と異体字セレクタは字の一部なので残す。 */
const INVISIBLE =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * 入力された文章を保存できる形にする。
 * @param raw 入力欄の文字列
 * @returns 改行は `\n`、制御文字・双方向制御なし、前後の空白なし。壊れたサロゲートは U+FFFD。二度掛けても同じ。
 */
export function cleanText(raw: string): string {
  return raw.toWellFormed().replace(LINE_BREAKS, "\n").replace(CONTROLS, "").replace(INVISIBLE, "").trim();
}
