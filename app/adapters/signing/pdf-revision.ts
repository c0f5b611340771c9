/**
 * PDF に、署名の場所だけを書き足す（追記による更新、ISO 32000-1 7.5.6）。元のバイト列は一つも変えない。
 * 帳票の PDF（相互参照が表で、目次とページが圧縮されていないもの）だけを相手にする。
 */

export type SignaturePlace = {
  readonly bytes: Uint8Array;
  /** 署名の値を書く範囲（`<` と `>` を含む）。ここだけが署名の対象の外になる。 */
  readonly from: number;
  readonly to: number;
};

type ObjectTable = { readonly root: number; readonly trailer: string; readonly size: number };

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** 日本語のまま読めるよう、文字列は UTF-16 の16進で書く。 */
const hexText = (text: string): string =>
  `<FEFF${Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, "0"),
  )
    .join("")
    .toUpperCase()}>`;

const pdfDate = (instant: string): string =>
  `(D:${new Date(instant).toISOString().replaceAll(/[-:T]/gu, "").slice(0, 14)}Z)`;

/** 対象の範囲を書く欄。後から同じ幅で書き換える。 */
const RANGE_BLANK = `[0 ${"0".repeat(10)} ${"0".repeat(10)} ${"0".repeat(10)}]`;

/**
 * @param room 署名の値のために空けるバイト数
 * @throws 帳票の PDF の形をしていないとき、もう署名があるとき
 */
export function reserveSignature(
  pdf: Uint8Array,
  statement: { readonly signedAt: string; readonly reason: string; readonly name: string },
  room: number,
): SignaturePlace {
  const text = latin1(pdf);
  const before = lastStartXref(text);
  const { root, trailer, size } = objectTable(text);
  const catalog = objectBody(text, root);
  if (catalog.includes("/AcroForm")) throw new Error("もう署名の欄があります。");
  const pages = objectBody(text, reference(catalog, "/Pages"));
  const page = Number(/\/Kids\s*\[\s*(\d+) 0 R/u.exec(pages)?.[1] ?? fail("ページがありません。"));
  const pageBody = objectBody(text, page);
  if (pageBody.includes("/Annots")) throw new Error("ページに、ほかの注釈があります。");

  const [signature, field] = [size, size + 1];
  const joint = text.endsWith("\n") ? "" : "\n";
  const objects = [
    [root, `<<\n/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>${catalog.slice(2)}`],
    [page, `<<\n/Annots [${field} 0 R]${pageBody.slice(2)}`],
    [
      signature,
      `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange ${RANGE_BLANK}\n/Contents <${"00".repeat(room)}>\n/M ${pdfDate(statement.signedAt)}\n/Name ${hexText(statement.name)}\n/Reason ${hexText(statement.reason)}\n>>`,
    ],
    [
      field,
      `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Signature1)\n/V ${signature} 0 R\n/P ${page} 0 R\n/Rect [0 0 0 0]\n/F 132\n>>`,
    ],
  ] as const;
  let added = joint;
  const offsets = objects.map(([number, body]) => {
    const offset = text.length + added.length;
    added += `${number} 0 obj\n${body}\nendobj\n`;
    return { number, offset };
  });
  const table = offsets
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, offset }) => `${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`)
    .join("");
  const xref = text.length + added.length;
  added += `xref\n${table}trailer\n${trailerFor(trailer, size + 2, before)}\nstartxref\n${xref}\n%%EOF\n`;

  const bytes = Buffer.concat([pdf, Buffer.from(added, "latin1")]);
  const from = bytes.indexOf("/Contents <", text.length, "latin1") + "/Contents ".length;
  const to = from + 2 + room * 2;
  const range = `[0 ${from} ${to} ${bytes.length - to}]`.padEnd(RANGE_BLANK.length, " ");
  bytes.write(range, bytes.indexOf(RANGE_BLANK, text.length, "latin1"), "latin1");
  return { bytes, from, to };
}

/** 空けた場所に署名の値を書く。入らなければ null。 */
export function fillSignature({ bytes, from, to }: SignaturePlace, value: Uint8Array): Uint8Array | null {
  if (value.byteLength > (to - from - 2) / 2) return null;
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).write(
    Buffer.from(value).toString("hex"),
    from + 1,
    "latin1",
  );
  return bytes;
}

/** 署名の対象。署名の値を除いた、前と後ろの全部。 */
export const signedRanges = ({ bytes, from, to }: SignaturePlace): readonly [Uint8Array, Uint8Array] => [
  bytes.subarray(0, from),
  bytes.subarray(to),
];

function fail(message: string): never {
  throw new Error(message);
}

const lastStartXref = (text: string): number =>
  Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text)?.[1] ?? fail("PDF の終わりが読めません。"));

function objectTable(text: string): ObjectTable {
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const inside = /<<[\s\S]*?>>(?=\s*startxref)/u.exec(trailer)?.[0] ?? fail("PDF の目録が読めません。");
  return {
    root: reference(inside, "/Root"),
    trailer: inside,
    size: Number(/\/Size (\d+)/u.exec(inside)?.[1] ?? fail("物の数が読めません。")),
  };
}

const reference = (body: string, name: string): number =>
  Number(new RegExp(`${name}\\s+(\\d+) 0 R`, "u").exec(body)?.[1] ?? fail(`${name} がありません。`));

function objectBody(text: string, number: number): string {
  const start = text.lastIndexOf(`\n${number} 0 obj\n`);
  const end = text.indexOf("\nendobj", start);
  const body = text.slice(start + `\n${number} 0 obj\n`.length, end);
  return start !== -1 && body.startsWith("<<") ? body : fail(`物 ${number} が読めません。`);
}

const trailerFor = (trailer: string, size: number, before: number): string =>
  trailer.replace(/\/Size \d+/u, `/Size ${size}\n/Prev ${before}`);
