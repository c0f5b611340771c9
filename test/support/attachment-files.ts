/** 添付の試験に使うファイル。小さくても、それぞれの形式として正しい。 */
import { crc32, deflateSync } from "node:zlib";

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

/**
 * 本物の構造（ヘッダー、オブジェクト、相互参照、trailer）を持つ PDF。
 * @param catalog 目録の辞書に足す字
 * @param size 埋め草を入れて、この大きさ以上にする
 */
export function pdfFile(
  options: {
    readonly catalog?: string;
    readonly trailer?: string;
    readonly objects?: readonly Buffer[];
    readonly size?: number;
  } = {},
): Buffer {
  const parts: Buffer[] = [latin1("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n")];
  const offsets: number[] = [];
  const length = () => parts.reduce((total, part) => total + part.byteLength, 0);
  const add = (body: Buffer): void => {
    offsets.push(length());
    parts.push(latin1(`${offsets.length} 0 obj\n`), body, latin1("\nendobj\n"));
  };
  add(latin1(`<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ""} >>`));
  add(latin1("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
  add(latin1("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"));
  for (const object of options.objects ?? []) add(object);
  const filler = (options.size ?? 0) - length() - 400;
  if (filler > 0)
    add(
      Buffer.concat([
        latin1(`<< /Length ${filler} >>\nstream\n`),
        Buffer.alloc(filler, 0x5a),
        latin1("\nendstream"),
      ]),
    );
  const start = length();
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    latin1(
      `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R ${options.trailer ?? ""} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** 辞書を圧縮して入れた流れ（ObjStm）。 */
export const objectStream = (text: string): Buffer => {
  const packed = deflateSync(latin1(text));
  return Buffer.concat([
    latin1(`<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.byteLength} >>\nstream\n`),
    packed,
    latin1("\nendstream"),
  ]);
};

const pngChunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([latin1(type), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.byteLength, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
};

/** 1 × 1 の PNG。 */
export const pngFile = (): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(1, 0);
  header.writeUInt32BE(1, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(Buffer.from([0, 255, 255, 255]))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
};

/** 8 × 8 の JPEG の骨組み（SOI、APP0、SOF0、SOS、EOI）。 */
export const jpegFile = (): Buffer =>
  Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xc0, 0, 11, 8,
    0, 8, 0, 8, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0, 0x56, 0xff, 0xd9,
  ]);

/** 検査の道具が必ず見つける、害のない試験の文字列（EICAR）。 */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!", "$H+H*"].join(
  "",
);

/** EICAR を流れの中に含む、形の正しい PDF。 */
export const infectedPdf = (): Buffer =>
  pdfFile({ objects: [latin1(`<< /Length ${eicar.length} >>\nstream\n${eicar}\nendstream`)] });

/** 塊に分けて送る。 */
export async function* inPieces(bytes: Uint8Array, piece = 4096): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += piece) yield bytes.subarray(at, at + piece);
}
