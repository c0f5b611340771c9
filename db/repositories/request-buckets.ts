/** 送り元ごとの回数の書込み。失われてもよい数なので、ディスクを待たない。 */
import { eq, lt } from "drizzle-orm";
import { type RequestLimit, takeOne, type Taken } from "#app/domain/access/request-limit.ts";
import type { Database } from "../client.ts";
import { requestBuckets } from "../schema/index.ts";

/**
 * 一回分を数える。見てから書くまでが一つの取引なので、同時に来ても上限を越えない。
 *
 * @param key 窓口の名前と、送り元のまとまりのハッシュ
 */
export async function takeFromBucket(
  database: Database,
  key: string,
  now: string,
  limit: RequestLimit,
): Promise<Taken> {
  return database.transactTransient((tx) => {
    const known = tx.select().from(requestBuckets).where(eq(requestBuckets.key, key)).get();
    const taken = takeOne(known, now, limit);
    if (taken.allowed)
      tx.insert(requestBuckets)
        .values({ key, ...taken.bucket })
        .onConflictDoUpdate({ target: requestBuckets.key, set: taken.bucket })
        .run();
    return taken;
  });
}

/** 期間の過ぎた数を片付ける。 */
export async function sweepBuckets(database: Database, before: string): Promise<void> {
  database.transactTransient((tx) => {
    tx.delete(requestBuckets).where(lt(requestBuckets.windowStart, before)).run();
  });
}
