/** 届いた zip を、大きさと名前を確かめながら開く。書いてある大きさを信じず、広げながら数える。 */
import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { ok, refuse, type Result } from "#app/domain/result.ts";

export type ArchiveLimits = {
  /** 中のファイルの数。 */
  readonly entries: number;
  /** 広げた後の、全部の大きさ（バイト）。 */
  readonly unpackedBytes: number;
};

export type ArchiveEntry = { readonly name: string; readonly bytes: Uint8Array };

type Listed = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly header: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 1;
/** 一度に広げる、縮めた側の大きさ。 */
const STEP = 16 * 1024;

const broken = "zip が壊れています。作り直してください";

/** 先頭が zip の印か。 */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes.byteLength >= 4 && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true) === LOCAL;

/**
 * @returns フォルダーの印と、OS が添えるファイルを除いた中身。名前はフォルダーごと。
 *   危ない名前、大きすぎる中身、書いてある大きさや検査値と違う中身、暗号、読めない圧縮は断る
 */
export function openArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
): Result<readonly ArchiveEntry[], string> {
  const listed = listEntries(bytes, limits);
  if (!listed.ok) return listed;
  const declared = listed.value.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (declared > limits.unpackedBytes) return refuse(tooLarge(limits));
  const entries: ArchiveEntry[] = [];
  for (const entry of listed.value) {
    if (entry.name.endsWith("/") || isLeftByTheSystem(entry.name)) continue;
    const unpacked = unpack(bytes, entry);
    if (unpacked === null) return refuse(broken);
    entries.push({ name: entry.name, bytes: unpacked });
  }
  return ok(entries);
}

const tooLarge = ({ unpackedBytes }: ArchiveLimits): string =>
  `zip を広げると ${Math.floor(unpackedBytes / 1024 / 1024)} MB を超えます`;

const isLeftByTheSystem = (name: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/u.test(name);

/** 親へ戻る道、根からの道、逆斜線、制御文字のある名前。 */
const isUnsafe = (name: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- 制御文字を断るための式
  name === "" || /^[/\\]|^[a-z]:|\\|[\u0000-\u001f]|(?:^|\/)\.{1,2}(?:\/|$)/iu.test(name);

function listEntries(bytes: Uint8Array, limits: ArchiveLimits): Result<readonly Listed[], string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return refuse(broken);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return refuse(`zip の中のファイルは ${limits.entries} 個までです`);
  const listed: Listed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL) return refuse(broken);
    const length = view.getUint16(at + 28, true);
    const next = at + CENTRAL_BYTES + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return refuse(broken);
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + length));
    const entry = {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    };
    if (isUnsafe(name)) return refuse(`zip の中の「${name}」は、置き場の外を指す名前なので読みません`);
    if ((entry.flags & ENCRYPTED) !== 0) return refuse("暗号の付いた zip は読めません");
    if (entry.method !== 0 && entry.method !== 8) return refuse(`「${name}」の圧縮のしかたを読めません`);
    listed.push(entry);
    at = next;
  }
  return ok(listed);
}

/** 末尾の目録の位置。 */
function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return null;
}

/** @returns 目録に書いてある大きさと検査値のとおりの中身。違えば null */
function unpack(bytes: Uint8Array, entry: Listed): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, packed, unpacked, method } = entry;
  if (header + LOCAL_BYTES > bytes.byteLength || view.getUint32(header, true) !== LOCAL) return null;
  const start = header + LOCAL_BYTES + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const body = bytes.subarray(start, start + packed);
  if (body.byteLength !== packed) return null;
  const whole = method === 0 ? body : inflate(body, unpacked);
  return whole !== null && whole.byteLength === unpacked && crc32(whole) === entry.crc ? whole : null;
}

/** 書いてある大きさを超えたら、そこで止める。 */
function inflate(body: Uint8Array, expected: number): Uint8Array | null {
  const whole = new Uint8Array(expected);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.byteLength > expected) throw new RangeError(broken);
    whole.set(chunk, length);
    length += chunk.byteLength;
  });
  try {
    for (let at = 0; at < body.byteLength; at += STEP)
      stream.push(body.subarray(at, at + STEP), at + STEP >= body.byteLength);
  } catch {
    return null;
  }
  return length === expected ? whole : null;
}
