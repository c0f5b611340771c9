/** 一覧の書出しのファイル。作り直せて、期限が来れば消す物なので、保管庫とは別に置く。 */
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ExportFiles } from "./export-files-port.ts";

/** @param folder 置き場 */
export function createExportFiles(folder: string): ExportFiles {
  const fileOf = (id: string): string => {
    if (!/^[\w-]{1,64}$/u.test(id)) throw new Error("書出しの番号の形が正しくありません。");
    return join(folder, id);
  };
  return {
    async write(id, bytes) {
      await mkdir(folder, { recursive: true });
      const part = `${fileOf(id)}.part`;
      const handle = await open(part, "w");
      let size = 0;
      try {
        for await (const chunk of bytes) {
          await handle.writeFile(chunk);
          size += chunk.byteLength;
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, fileOf(id));
      return size;
    },
    async open(id) {
      const found = await stat(fileOf(id)).catch(() => null);
      return found === null ? null : createReadStream(fileOf(id));
    },
    async remove(id) {
      await rm(fileOf(id), { force: true });
      await rm(`${fileOf(id)}.part`, { force: true });
    },
  };
}
