import { sql } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { messageReads, messages } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";

/** 連絡と、どこまで読んだかの行。読んだ所は後ろへ戻らない。 */
export function writeMessageRows(tx: Transaction, rows: PlannedRows<unknown>): void {
  for (const row of rows.messages ?? []) tx.insert(messages).values(row).run();
  for (const row of rows.messageReads ?? [])
    tx.insert(messageReads)
      .values(row)
      .onConflictDoUpdate({
        target: [messageReads.applicationId, messageReads.side],
        set: { readTo: sql`max(${messageReads.readTo}, ${row.readTo})` },
      })
      .run();
}
