/** 受け付けられる状態か。書けること、規則集があること、置き場に余裕があることを、その場で確かめる。 */
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { Database } from "#db/client.ts";
import { outbox } from "#db/schema/index.ts";
import { today, type UseCaseContext } from "../context.ts";
import type { Log } from "../tools.ts";

export type ProbeResult = "ok" | "failed";

export type Readiness = {
  readonly database: ProbeResult;
  readonly rulebook: ProbeResult;
  readonly disk: ProbeResult;
};

/** 置き場の空きがこれより少なければ、新しい提出を受け付けない（バイト）。 */
export const LEAST_FREE_BYTES = 200 * 1024 * 1024;

/** 書いた行を残さないために投げる。 */
class RolledBack extends Error {}

/**
 * 失敗の中身は外に見せず、記録だけに残す。
 *
 * @param freeBytesIn 置き場の空き（バイト）の調べ方
 */
export async function checkReadiness(
  context: UseCaseContext,
  log: Log,
  freeBytesIn: (folder: string) => Promise<number> = freeBytes,
): Promise<Readiness> {
  const probe = async (name: keyof Readiness, check: () => void | Promise<void>): Promise<ProbeResult> => {
    try {
      await check();
      return "ok";
    } catch (error) {
      log.error({ err: error, probe: name, requestId: context.requestId }, "受付の準備が整っていない");
      return "failed";
    }
  };
  return {
    database: await probe("database", () => writeAndRollBack(context)),
    rulebook: await probe("rulebook", () => {
      if (context.rulebooks.on(today(context)) === null) throw new Error("公布済みの規則集がありません。");
    }),
    disk: await probe("disk", async () => {
      const free = await freeBytesIn(folderOf(context.database));
      if (free < LEAST_FREE_BYTES) throw new Error(`置き場の空きが ${String(free)} バイトしかありません。`);
    }),
  };
}

/** 本当に一行を書き、取引ごと取り消す。仕事として拾われることはない。 */
function writeAndRollBack({ database, clock, newId }: UseCaseContext): void {
  const at = clock.now();
  try {
    database.transact((tx) => {
      tx.insert(outbox)
        .values({
          topic: "readiness",
          key: newId(),
          payload: {},
          state: "done",
          attempts: 0,
          availableAt: at,
          createdAt: at,
        })
        .run();
      throw new RolledBack();
    });
  } catch (thrown) {
    if (!(thrown instanceof RolledBack)) throw thrown;
  }
}

const folderOf = (database: Database): string => dirname(database.raw.name);

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
