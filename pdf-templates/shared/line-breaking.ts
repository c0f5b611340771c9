/**
 * 日本語の行の折返し（禁則処理）。JIS X 4051 の行頭禁則・行末禁則・分離禁止の考え方による追い出し。
 * ここは「どこで折ってよいか」だけを決め、実際に折るのは @react-pdf である。
 */

const NOT_AT_LINE_START = new Set(
  "、。，．,.・：；:;？！?!‼⁇⁈⁉）］｝〕〉》」』】〙〗〟’”｠»)]}ヽヾゝゞ々〻ー" +
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ" +
    "ｧｨｩｪｫｬｭｮｯｰﾞﾟ､｡･｣゛゜‐゠–〜～…‥％%‰℃°′″",
);

const NOT_AT_LINE_END = new Set("（［｛〔〈《「『【〘〖〝‘“｟«([{｢￥¥＄$£￡№〒＃#");

const INSEPARABLE = new Set("…‥―—〳〴〵");

/** 途中で折らないまとまり: 桁区切りや小数点を含む数、欧文の語、型式・番号。 */
const ATOM =
  /[0-9０-９]+(?:[,.，．:/／-][0-9０-９]+)*|[A-Za-z0-9\u00c0-\u024f]+(?:['’_.@&+/:-]+[A-Za-z0-9\u00c0-\u024f]+)*|./gsu;

const ATTACHES_TO_PREVIOUS = /^[\p{M}\u200d\s]/u;

const WIDE_LATIN = /[A-Zmw@%&\u00c0-\u00de]/u;

/** 幅の見積り（em）。全角の字は 1 で、実際と同じ。 */
function estimatedEm(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  const narrow = codePoint < 0x0250 || (codePoint >= 0xff61 && codePoint <= 0xff9f);
  if (!narrow) return 1;
  return WIDE_LATIN.test(character) ? 0.95 : 0.62;
}

/** 全角でない字の、見積りと実際の差の上限（実際は 1.18 倍まで）。 */
const SURE_MARGIN = 1.2;

/** 切った断片が欄を越えないよう、いちばん広い場合の幅（em）で数える。 */
function widestEm(character: string): number {
  const estimated = estimatedEm(character);
  return estimated === 1 ? 1 : estimated * SURE_MARGIN;
}

/** 符号位置ごとの文字（サロゲートペアは一文字）。 */
const characters = (text: string): string[] => Array.from(text);

const firstCharacter = (text: string): string => /^./su.exec(text)?.[0] ?? "";
const lastCharacter = (text: string): string => /.$/su.exec(text)?.[0] ?? "";

function mayBreakBetween(before: string, after: string): boolean {
  const last = lastCharacter(before);
  const first = firstCharacter(after);
  if (ATTACHES_TO_PREVIOUS.test(first)) return false;
  if (NOT_AT_LINE_END.has(last) || NOT_AT_LINE_START.has(first)) return false;
  return !(INSEPARABLE.has(last) && last === first);
}

/** 欄の幅に収まらないまとまり（長い英数字など）を、禁則を守れる位置で切る。 */
function cutToFit(segment: string, capacityEm: number): string[] {
  const all = characters(segment);
  const pieces: string[] = [];
  let start = 0;
  while (start < all.length) {
    let end = start;
    let width = 0;
    while (end < all.length) {
      width += widestEm(all[end] ?? "");
      if (width > capacityEm && end > start) break;
      end += 1;
    }
    let cut = end;
    if (end < all.length) {
      while (cut > start + 1 && !mayBreakBetween(all[cut - 1] ?? "", all[cut] ?? "")) cut -= 1;
      if (!mayBreakBetween(all[cut - 1] ?? "", all[cut] ?? "")) cut = end;
    }
    pieces.push(all.slice(start, cut).join(""));
    start = cut;
  }
  return pieces;
}

/**
 * 一つの段落を、間で折ってよい断片に分ける。つなげると元の文字列に戻る。
 * @param text 改行を含まない文字列
 * @param capacityEm 一行に入る全角文字の数。これより長いまとまりは切る。
 */
export function breakableSegments(text: string, capacityEm: number): string[] {
  const segments: string[] = [];
  let current = "";
  for (const [atom] of text.matchAll(ATOM)) {
    const onlySpaceSoFar = current.trim() === "";
    if (onlySpaceSoFar || !mayBreakBetween(current, atom)) current += atom;
    else {
      segments.push(current);
      current = atom;
    }
  }
  if (current !== "") segments.push(current);
  return segments.flatMap((segment) => cutToFit(segment, capacityEm));
}

/** 幅が見積りを大きく越え得る字。 */
const UNSURE_WIDTH = /[\u00a1-\u024f\u2e3a\u2e3b]/u;
/**
 * @param text 改行を含まない文字列
 * @returns どの字の幅が見積りと違っても、一行に収まるか。真なら折る位置を決めなくてよい
 */
export function surelyFits(text: string, capacityEm: number): boolean {
  if (UNSURE_WIDTH.test(text)) return false;
  let width = 0;
  for (const character of text) width += estimatedEm(character);
  return width * SURE_MARGIN <= capacityEm;
}
