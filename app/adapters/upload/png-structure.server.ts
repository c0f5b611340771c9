/** PNG の構造。塊（chunk）を端から端までたどり、検査符号（CRC-32）を確かめる。 */
import { crc32 } from "node:zlib";
import type { FileReader } from "./file-reader.ts";

const SIGNATURE_BYTES = 8;
const PIECE_BYTES = 64 * 1024;
const MAX_CHUNKS = 100_000;

/** @returns IHDR に始まり IEND で終わり、余りがなければ null */
export async function checkPng({ size, read }: FileReader): Promise<"broken" | null> {
  let offset = SIGNATURE_BYTES;
  for (let index = 0; index < MAX_CHUNKS; index += 1) {
    const header = await read(offset, 8);
    if (header.byteLength < 8) return "broken";
    const length = header.readUInt32BE(0);
    const type = header.toString("latin1", 4, 8);
    const end = offset + 8 + length + 4;
    if (!/^[A-Za-z]{4}$/u.test(type) || end > size) return "broken";
    if (index === 0 && (type !== "IHDR" || length !== 13)) return "broken";
    let sum = crc32(header.subarray(4));
    for (let at = offset + 8; at < end - 4; at += PIECE_BYTES)
      sum = crc32(await read(at, Math.min(PIECE_BYTES, end - 4 - at)), sum);
    if ((await read(end - 4, 4)).readUInt32BE(0) !== sum) return "broken";
    if (type === "IEND") return end === size ? null : "broken";
    offset = end;
  }
  return "broken";
}
