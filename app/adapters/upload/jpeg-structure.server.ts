/** JPEG の構造。印（marker）をたどり、大きさのある画像が終わりの印まであるかを確かめる。 */
import type { FileReader } from "./file-reader.ts";

const PIECE_BYTES = 64 * 1024;
const MAX_SEGMENTS = 10_000;
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** 画像の大きさを持つ印（SOF0〜SOF15。DHT、JPG、DAC を除く）。 */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @returns 大きさの印、走査の印、終わりの印が順に揃えば null */
export async function checkJpeg(reader: FileReader): Promise<"broken" | null> {
  let offset = 2;
  let framed = false;
  for (let segment = 0; segment < MAX_SEGMENTS; segment += 1) {
    const header = await reader.read(offset, 4);
    if (header.byteLength < 4 || header[0] !== 0xff) return "broken";
    const marker = header[1] ?? 0;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const length = header.readUInt16BE(2);
    if (length < 2) return "broken";
    if (isFrame(marker)) {
      const frame = await reader.read(offset + 5, 4);
      if (frame.byteLength < 4 || frame.readUInt16BE(2) === 0) return "broken";
      framed = true;
    }
    if (marker === 0xda) return framed && (await endsAfter(reader, offset + 2 + length)) ? null : "broken";
    offset += 2 + length;
  }
  return "broken";
}

/** 走査の後に終わりの印があるか。写真の機械は、その後に自分の記録を足すことがある。 */
async function endsAfter({ size, read }: FileReader, from: number): Promise<boolean> {
  for (let at = from; at < size; at += PIECE_BYTES) {
    if ((await read(at, PIECE_BYTES + 1)).includes(END_OF_IMAGE)) return true;
  }
  return false;
}
