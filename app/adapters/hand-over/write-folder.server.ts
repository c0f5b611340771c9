/** 引継ぎの一式をフォルダーに書く。目録は、ほかの全部がディスクに届いた後に、名前を変えて置く。 */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { HandOverTarget, HandOverWriter } from "./hand-over-port.ts";

/** 一度に書く文字の量。 */
const WRITE_SIZE = 256 * 1024;

/** 名前の変更もディスクに届いてから戻る。 */
async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function replaceFile(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.part`;
  await write(temporary);
  await syncPath(temporary);
  await rename(temporary, path);
  await syncPath(dirname(path));
}

/** @param folder 空か、まだないフォルダー */
export function createFolder(folder: string): HandOverTarget {
  const prepared = async (path: string): Promise<string> => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    return file;
  };
  return {
    open: async (path) => writerTo(await prepared(path)),
    async copy(path, bytes) {
      const file = await prepared(path);
      if ((await stat(file).catch(() => null)) !== null) return false;
      await replaceFile(file, async (temporary) => {
        const handle = await open(temporary, "w");
        try {
          for await (const chunk of bytes) await handle.writeFile(chunk);
        } finally {
          await handle.close();
        }
      });
      return true;
    },
    async finish(manifest) {
      await replaceFile(await prepared("manifest.json"), async (temporary) => {
        const handle = await open(temporary, "w");
        try {
          await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
        } finally {
          await handle.close();
        }
      });
    },
  };
}

function writerTo(file: string): HandOverWriter {
  const stream = createWriteStream(file);
  const hash = createHash("sha256");
  let [size, rows, pending] = [0, 0, ""];
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(pending, "utf8");
    pending = "";
    hash.update(bytes);
    size += bytes.byteLength;
    if (!stream.write(bytes)) await once(stream, "drain");
  };
  return {
    async write(record) {
      pending += `${JSON.stringify(record)}\n`;
      rows += 1;
      if (pending.length >= WRITE_SIZE) await flush();
    },
    async close() {
      await flush();
      stream.end();
      await finished(stream);
      await syncPath(file);
      return { size, sha256: hash.digest("hex"), rows };
    },
  };
}
