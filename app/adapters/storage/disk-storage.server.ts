import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DocumentStorage } from "./storage-port.ts";

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** 名前の変更がディスクに届くよう、置いた folder も同期する。 */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** 置き場がまだ無いときだけ作る。 */
async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await mkdir(dirname(path), { recursive: true });
    return open(path, "wx");
  }
}

/** 半分だけ書けたファイルが見えないよう、脇に書いてから名前を変える。書けなければ、書きかけを残さない。 */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const handle = await openNew(temporary);
  try {
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** 読み始めるまで開かない。 */
async function* contentOf(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file)) yield chunk as Buffer;
}

/**
 * ディスクの保管庫。
 * @param folder 置き場。先頭2文字のハッシュで分ける
 */
export function createDiskStorage(folder: string): DocumentStorage {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const stagePath = (name: string): string => {
    if (!/^[\w-]+$/u.test(name)) throw new Error("脇に置く名前は、半角の英数字です。");
    return join(folder, "staged", name);
  };
  const isName = (sha256: string): boolean => /^[0-9a-f]{64}$/u.test(sha256);
  return {
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const path = pathOf(sha256);
      const existing = await readFile(path).catch(() => null);
      if (existing !== null && hashOf(existing) === sha256) return sha256;
      await writeWhole(path, bytes);
      return sha256;
    },
    stage: (name, bytes) => writeWhole(stagePath(name), bytes),
    staged: (name) => readFile(stagePath(name)).catch(() => null),
    unstage: (name) => rm(stagePath(name), { force: true }),
    async get(sha256) {
      if (!isName(sha256)) return null;
      const bytes = await readFile(pathOf(sha256)).catch(() => null);
      return bytes !== null && hashOf(bytes) === sha256 ? bytes : null;
    },
    async adopt(file, sha256) {
      if (!isName(sha256)) throw new Error("保管の名前は中身のハッシュです。");
      const path = pathOf(sha256);
      await mkdir(dirname(path), { recursive: true });
      await rename(file, path);
      await syncFolder(dirname(path));
    },
    async open(sha256) {
      if (!isName(sha256)) return null;
      const found = await stat(pathOf(sha256)).catch(() => null);
      return found === null ? null : contentOf(pathOf(sha256));
    },
    async remove(sha256, stillUnused) {
      if (!isName(sha256)) return false;
      const path = pathOf(sha256);
      const aside = `${path}.removing`;
      // よけてから確かめる。確かめる間に引き取られた中身は、元の場所に新しく置かれる。
      const moved = await rename(path, aside).then(
        () => true,
        () => false,
      );
      if (!moved) return false;
      if (!(await stillUnused())) {
        await rename(aside, path);
        return false;
      }
      await rm(aside, { force: true });
      return true;
    },
  };
}
