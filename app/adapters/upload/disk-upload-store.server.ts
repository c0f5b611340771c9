/** ディスクの隔離の置き場。ファイルは一度に記憶に載せない。 */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { inspectFile } from "./inspect-file.server.ts";
import type { Inspected, Received, UploadStore } from "./upload-store-port.ts";

/** 受け取りながら作っているハッシュ。途中で立ち上げ直したら、読み直して作る。 */
type Running = { readonly hash: Hash; size: number };
type Active = { readonly abort: AbortController; readonly done: Promise<unknown> };

const isId = (id: string): boolean => /^[\w-]{1,64}$/u.test(id);

/**
 * @param folder 置き場。保管庫と同じファイルシステムに置く（引き取りを名前の変更だけで済ませるため）
 */
export function createDiskUploadStore(folder: string): UploadStore {
  const running = new Map<string, Running>();
  const active = new Map<string, Active>();
  const fileOf = (id: string): string => {
    if (!isId(id)) throw new Error("送信の番号の形が正しくありません。");
    return join(folder, id);
  };
  const sizeOf = async (id: string): Promise<number> => (await stat(fileOf(id)).catch(() => null))?.size ?? 0;

  const receive = async (
    id: string,
    offset: number,
    bytes: AsyncIterable<Uint8Array>,
    limit: number,
    signal: AbortSignal,
  ): Promise<Received> => {
    await mkdir(folder, { recursive: true });
    const size = await sizeOf(id);
    if (size !== offset) return { kind: "wrongOffset", offset: size };
    const known = running.get(id);
    const hashing = offset === 0 ? { hash: createHash("sha256"), size: 0 } : known;
    if (hashing === undefined || hashing.size !== offset) running.delete(id);
    else running.set(id, hashing);
    const handle = await open(fileOf(id), "a");
    const coming = receivedUntil(bytes, signal);
    let written = offset;
    let tooLarge = false;
    try {
      for await (const chunk of coming.chunks) {
        // 送り手が答えを読めるように、上限を超えた残りは読み捨てる。
        tooLarge ||= written + chunk.byteLength > limit;
        if (tooLarge) continue;
        await handle.writeFile(chunk);
        written += chunk.byteLength;
        const now = running.get(id);
        if (now !== undefined) {
          now.hash.update(chunk);
          now.size = written;
        }
      }
    } finally {
      await handle.close();
    }
    if (!tooLarge) return { kind: coming.interrupted() ? "interrupted" : "received", offset: written };
    running.delete(id);
    await rm(fileOf(id), { force: true });
    return { kind: "tooLarge" };
  };

  return {
    offset: async (id) => (isId(id) ? sizeOf(id) : 0),
    async append(id, offset, bytes, limit) {
      const before = active.get(id);
      before?.abort.abort();
      await before?.done;
      const abort = new AbortController();
      const received = receive(id, offset, bytes, limit, abort.signal);
      const mine: Active = { abort, done: received.catch(() => undefined) };
      active.set(id, mine);
      try {
        return await received;
      } finally {
        if (active.get(id) === mine) active.delete(id);
      }
    },
    async inspect(id): Promise<Inspected> {
      const handle = await open(fileOf(id), "r+");
      try {
        await handle.sync();
        const { size } = await handle.stat();
        const now = running.get(id);
        const sha256 = now?.size === size ? now.hash.copy().digest("hex") : await hashOf(fileOf(id));
        return { size, sha256, content: await inspectFile(handle, size) };
      } finally {
        await handle.close();
      }
    },
    fileOf,
    async open(id) {
      const found = await stat(fileOf(id)).catch(() => null);
      return found === null ? null : contentOf(fileOf(id));
    },
    async remove(id) {
      running.delete(id);
      await rm(fileOf(id), { force: true });
    },
    list: async () => (await readdir(folder).catch(() => [])).filter(isId),
  };
}

/** 送信の終わり、途切れ、打切りのどれかまでの塊。切れたことは誤りにせず、後で聞けるようにする。 */
function receivedUntil(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  let interrupted = false;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("続きの送信が始まりました。")), { once: true });
  });
  aborted.catch(() => undefined);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const iterator = bytes[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]).catch(() => null);
      if (next === null) interrupted = true;
      if (next === null || next.done === true) return;
      yield next.value;
    }
  }
  return { chunks: chunks(), interrupted: () => interrupted };
}

/** 読み始めるまで開かない。開いたまま読まれない流れが、動いたファイルを追って誤りを出さないように。 */
async function* contentOf(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file)) yield chunk as Buffer;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
