import { and, eq } from "drizzle-orm";
import type { Database } from "../client.ts";
import { intents } from "../schema/index.ts";

/** 同じ意図で前に書いた時の答え。無ければ null。 */
export async function findIntent<R>(database: Database, action: string, key: string): Promise<R | null> {
  const row = database.reader
    .select({ result: intents.result })
    .from(intents)
    .where(and(eq(intents.action, action), eq(intents.key, key)))
    .get();
  // 書いたのは同じ action の write plan だけなので、形は R。
  return row === undefined ? null : (row.result.value as R);
}
