import { and, eq, gt, sql } from "drizzle-orm";
import { otherSide } from "#app/domain/messages/message.ts";
import type { Transaction } from "../client.ts";
import { messageReads, messages, unreadThreads } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";

/** 連絡と、どこまで読んだかと、まだ読んでいない申請の行。読んだ所は後ろへ戻らない。 */
export function writeMessageRows(tx: Transaction, rows: PlannedRows<unknown>): void {
  for (const row of rows.messages ?? []) {
    tx.insert(messages).values(row).run();
    tx.insert(unreadThreads)
      .values({ applicationId: row.applicationId, side: otherSide(row.side) })
      .onConflictDoNothing()
      .run();
  }
  for (const row of rows.messageReads ?? []) {
    tx.insert(messageReads)
      .values(row)
      .onConflictDoUpdate({
        target: [messageReads.applicationId, messageReads.side],
        set: { readTo: sql`max(${messageReads.readTo}, ${row.readTo})` },
      })
      .run();
    const later = tx
      .select({ number: messages.number })
      .from(messages)
      .where(
        and(
          eq(messages.applicationId, row.applicationId),
          eq(messages.side, otherSide(row.side)),
          gt(messages.number, row.readTo),
        ),
      )
      .limit(1)
      .get();
    if (later !== undefined) continue;
    tx.delete(unreadThreads)
      .where(and(eq(unreadThreads.side, row.side), eq(unreadThreads.applicationId, row.applicationId)))
      .run();
  }
}
