/**
 * XML 1.0 の、表計算のブックに要る分だけの厳しい読み取り。要素、属性、文字を順に知らせる。
 * DOCTYPE と実体の定義は、広がって大きくなるので断る。
 */

export type XmlListener = {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

const MARKUP =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>|(\/?)([^\s<>/!?="']+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)/uy;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));|&/giu;
const SIGNS: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const MAX_DEPTH = 64;

/** 名前空間の印（x: など）を除いた名前。 */
const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** @returns 読み終えたら null、読めなければ理由。理由を返す前に知らせた分は捨てること */
export function scanXml(bytes: Uint8Array, listener: XmlListener): string | null {
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "文字コードが UTF-8 ではありません";
  }
  const opened: string[] = [];
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf("<", at);
    const words = source.slice(at, next === -1 ? source.length : next);
    const decoded = decode(words);
    if (decoded === null) return "知らない実体があります";
    if (decoded !== "" && opened.length > 0) listener.text(decoded);
    else if (decoded.trim() !== "") return "要素の外に文字があります";
    if (next === -1) break;
    if (/^<!(?:DOCTYPE|ENTITY)/iu.test(source.slice(next, next + 10)))
      return "DOCTYPE のあるブックは読みません";
    MARKUP.lastIndex = next;
    const found = MARKUP.exec(source);
    if (found === null) return "XML として読めません";
    at = MARKUP.lastIndex;
    const [, cdata, closing, name, attributes = "", empty] = found;
    if (cdata !== undefined) listener.text(cdata);
    if (name === undefined) continue;
    if (closing === "/") {
      if (opened.pop() !== name) return "要素の閉じ方が合いません";
      listener.close(local(name));
      continue;
    }
    const read = readAttributes(attributes);
    if (read === null) return "知らない実体があります";
    if (opened.length >= MAX_DEPTH) return "要素が深すぎます";
    listener.open(local(name), read);
    if (empty === "/") listener.close(local(name));
    else opened.push(name);
  }
  return opened.length > 0 ? "途中で切れています" : null;
}

function readAttributes(source: string): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of source.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? "");
    if (value === null) return null;
    attributes.set(name, value);
  }
  return attributes;
}

/** @returns 決まった五つと番号のほかの実体があれば null */
function decode(text: string): string | null {
  if (!text.includes("&")) return text;
  let known = true;
  const decoded = text.replaceAll(ENTITY, (whole: string, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return SIGNS[name.toLowerCase()] ?? "";
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    if (Number.isInteger(code) && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    known = false;
    return whole;
  });
  return known ? decoded : null;
}
