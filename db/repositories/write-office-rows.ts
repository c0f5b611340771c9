import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { substitutionsAbout } from "../queries/substitutions.ts";
import { assignRules, reviewNotes, substitutions, textBlocks, transfers } from "../schema/index.ts";
import type { PlannedRows, WritePlan } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

/** 局の行（内部のメモ、移送の跡、文例、代決、担当の決まり）を書く。文例と代決は、画面が読んだ版から動いていたら断る。 */
export function writeOfficeRows(
  tx: Transaction,
  { actor, at }: Pick<WritePlan<unknown>, "actor" | "at">,
  rows: PlannedRows<unknown>,
): void {
  for (const { row, about } of rows.substitutions ?? []) {
    if (substitutionsAbout(tx, [row.managerId, row.substituteId], row).length !== about)
      throw new StaleVersion("substitution", row.id);
    tx.insert(substitutions).values(row).run();
  }
  for (const row of rows.assignRules ?? []) tx.insert(assignRules).values(row).run();
  for (const id of rows.removedAssignRules ?? []) tx.delete(assignRules).where(eq(assignRules.id, id)).run();
  for (const id of rows.assignTurns ?? [])
    tx.update(assignRules)
      .set({ turn: sql`${assignRules.turn} + 1` })
      .where(eq(assignRules.id, id))
      .run();
  for (const id of rows.endedSubstitutions ?? []) {
    const ended = tx
      .update(substitutions)
      .set({ endedAt: at, endedByName: actor.name })
      .where(and(eq(substitutions.id, id), isNull(substitutions.endedAt)))
      .run();
    if (ended.changes !== 1) throw new StaleVersion("substitution", id);
  }
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
