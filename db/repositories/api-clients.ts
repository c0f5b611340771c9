/** 連携先と、渡した札の書込み。 */
import { eq, lt, max } from "drizzle-orm";
import type { Database, Transaction } from "../client.ts";
import { apiClients, apiTokens } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";

/** 連携先の登録と変更。 */
export function writeApiClients(tx: Transaction, rows: PlannedRows<unknown>): void {
  for (const row of rows.newApiClients ?? []) tx.insert(apiClients).values(row).run();
  for (const { id, set } of rows.apiClientChanges ?? [])
    tx.update(apiClients).set(set).where(eq(apiClients.id, id)).run();
}

/** 短い間の札は失われても求め直せるので、ディスクを待たない。期限の過ぎた札を片付ける。 */
export async function keepToken(
  database: Database,
  row: typeof apiTokens.$inferInsert,
  now: string,
): Promise<void> {
  database.transactTransient((tx) => {
    tx.delete(apiTokens).where(lt(apiTokens.expiresAt, now)).run();
    tx.insert(apiTokens).values(row).run();
  });
}

/** 知らせが届いた所まで進める。後ろへは戻らない。 */
export async function markDelivered(database: Database, clientId: string, change: number): Promise<void> {
  database.transact((tx) => {
    const row = tx
      .select({ delivered: max(apiClients.delivered) })
      .from(apiClients)
      .where(eq(apiClients.id, clientId))
      .get();
    if ((row?.delivered ?? 0) >= change) return;
    tx.update(apiClients).set({ delivered: change }).where(eq(apiClients.id, clientId)).run();
  });
}
