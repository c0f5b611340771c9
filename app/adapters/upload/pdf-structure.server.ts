/**
 * PDF の構造と、受け取れない物（暗号、開いた時に動くプログラム）。ISO 32000 の字句に従い、少しずつ読む。
 * 動く物の名前は圧縮しない所に書かれるので、全体をそのまま探す。名前そのものを圧縮して入れる流れ
 * （ObjStm）だけは広げて中を探し、広げられなければ受け取らない。
 */
import { inflateSync } from "node:zlib";
import type { FileReader } from "./file-reader.ts";

type PdfFault = "broken" | "encryptedPdf" | "activePdf" | "uncheckablePdf";

const PIECE_BYTES = 64 * 1024;
const TAIL_BYTES = 2048;
/** 辞書が塊の境目にまたがるときのために残しておく長さ。 */
const KEPT = 4096;
const MAX_OBJECT_STREAM = 4 * 1024 * 1024;
const MAX_INFLATED = 32 * 1024 * 1024;

/** 名前の字は `#4A` のようにも書ける（ISO 32000 7.3.5）。 */
const nameSource = (name: string): string =>
  Array.from(name, (letter) => {
    const code = letter.charCodeAt(0).toString(16);
    const hex = Array.from(code, (digit) => `[${digit}${digit.toUpperCase()}]`).join("");
    return `(?:${letter}|#${hex})`;
  }).join("");
const namePattern = (...names: readonly string[]): RegExp =>
  new RegExp(String.raw`/(?:${names.map(nameSource).join("|")})(?=[\0\s()<>[\]{}/%]|$)`, "u");

const encrypted = namePattern("Encrypt");
const active = namePattern("JavaScript", "Launch", "RichMedia");
const objectStream = namePattern("ObjStm");
const flate = new RegExp(String.raw`/Filter\s*(?:\[\s*)?/(?:FlateDecode|Fl)\s*[\]/>\s]`, "u");
const object = /\d\s+\d+\s+obj/u;

/** @returns 受け取れる PDF なら null */
export async function checkPdf(reader: FileReader): Promise<PdfFault | null> {
  const head = (await reader.read(0, 16)).toString("latin1");
  if (!/^%PDF-(?:1\.\d|2\.0)/u.test(head)) return "broken";
  const tail = (await reader.read(Math.max(0, reader.size - TAIL_BYTES), TAIL_BYTES)).toString("latin1");
  const last = /startxref\s+(\d+)\s+$/u.exec(tail.slice(0, Math.max(0, tail.lastIndexOf("%%EOF"))));
  if (last === null || Number(last[1]) >= reader.size) return "broken";
  const scan = new NameScan();
  for (let at = 0; at < reader.size; at += PIECE_BYTES) {
    const fault = scan.take((await reader.read(at, PIECE_BYTES)).toString("latin1"));
    if (fault !== null) return fault;
  }
  return scan.finish();
}

/** 受け取れない名前。 */
function forbiddenName(text: string): "encryptedPdf" | "activePdf" | null {
  if (encrypted.test(text)) return "encryptedPdf";
  return active.test(text) ? "activePdf" : null;
}

/** 端から読み進む状態。 */
class NameScan {
  /** まだ見終わっていない字。 */
  #text = "";
  #hasObject = false;

  take(piece: string): PdfFault | null {
    const from = Math.max(0, this.#text.length - KEPT);
    this.#text += piece;
    const fresh = this.#text.slice(from);
    this.#hasObject ||= object.test(fresh);
    const fault = forbiddenName(fresh);
    return fault ?? this.#expandObjectStreams();
  }

  finish(): PdfFault | null {
    if (objectStream.test(this.#text)) return "uncheckablePdf";
    return this.#hasObject ? null : "broken";
  }

  #expandObjectStreams(): PdfFault | null {
    for (;;) {
      const found = objectStream.exec(this.#text);
      if (found === null) {
        this.#text = this.#text.slice(-KEPT);
        return null;
      }
      const end = this.#text.indexOf("endstream", found.index);
      if (end === -1) {
        this.#text = this.#text.slice(Math.max(0, found.index - KEPT));
        return this.#text.length > MAX_OBJECT_STREAM ? "uncheckablePdf" : null;
      }
      const fault = objectStreamFault(this.#text.slice(Math.max(0, found.index - KEPT), end), found[0]);
      if (fault !== null) return fault;
      this.#text = this.#text.slice(end + "endstream".length);
    }
  }
}

/**
 * @param block 辞書の前から endstream の手前まで
 * @param name 辞書の種類の名前（ObjStm）の書き方
 */
function objectStreamFault(block: string, name: string): PdfFault | null {
  const start = /stream(?:\r\n|\n|\r)/u.exec(block.slice(block.indexOf(name)));
  if (start === null) return "uncheckablePdf";
  const at = block.indexOf(name) + start.index;
  const dictionary = block.slice(Math.max(0, block.lastIndexOf(" obj", at)), at);
  const body = block.slice(at + start[0].length);
  // 圧縮していない流れの名前は、全体をそのまま探す方で見つかる。
  if (!flate.test(dictionary)) return /^[\t\n\f\r -~]*$/u.test(body) ? null : "uncheckablePdf";
  try {
    const inflated = inflateSync(Buffer.from(body, "latin1"), { maxOutputLength: MAX_INFLATED });
    return forbiddenName(inflated.toString("latin1"));
  } catch {
    return "uncheckablePdf";
  }
}
