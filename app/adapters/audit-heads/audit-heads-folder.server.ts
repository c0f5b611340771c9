/** 監査の控えを、一日一つのファイルに置く。 */
import { link, mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { AuditHeads } from "./audit-heads-port.ts";

const FILE = /^(\d{4}-\d{2}-\d{2})\.jws$/u;

const headIn = async (folder: string, day: string): Promise<string> =>
  (await readFile(join(folder, `${day}.jws`), "utf8")).trim();

/** @param folder 置き場。データベースとは別の媒体にする */
export const createAuditHeads = (folder: string): AuditHeads => ({
  async keep(day, jws) {
    await mkdir(folder, { recursive: true });
    const part = join(folder, `${day}.part`);
    const handle = await open(part, "w");
    try {
      await handle.writeFile(`${jws}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      // 名前を移すのでなくつなぐので、もうある控えに重ねることがない。
      await link(part, join(folder, `${day}.jws`));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return await headIn(folder, day);
      throw error;
    } finally {
      await rm(part, { force: true });
    }
    const directory = await open(folder, "r");
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
    return jws;
  },
  async list() {
    const names = await readdir(folder).catch(() => []);
    const days = names.flatMap((name) => FILE.exec(name)?.[1] ?? []).toSorted();
    return Promise.all(days.map(async (day) => ({ day, jws: await headIn(folder, day) })));
  },
});
