import { eq } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { reviewNotes, textBlocks, transfers } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

/** 局の行（内部のメモ、移送の跡、文例）を書く。文例は、画面が読んだ版から動いていたら断る。 */
export function writeOfficeRows(tx: Transaction, rows: PlannedRows<unknown>): void {
  for (const row of rows.notes ?? []) tx.insert(reviewNotes).values(row).run();
  for (const row of rows.transfers ?? []) tx.insert(transfers).values(row).run();
  for (const { id, expectedVersion, row } of rows.textBlocks ?? []) {
    const stored = tx
      .select({ version: textBlocks.version })
      .from(textBlocks)
      .where(eq(textBlocks.id, id))
      .get();
    if ((stored?.version ?? 0) !== expectedVersion) throw new StaleVersion("textBlock", id);
    if (row === null) {
      tx.delete(textBlocks).where(eq(textBlocks.id, id)).run();
      continue;
    }
    const written = { ...row, version: expectedVersion + 1 };
    tx.insert(textBlocks)
      .values({ id, ...written })
      .onConflictDoUpdate({ target: textBlocks.id, set: written })
      .run();
  }
}
