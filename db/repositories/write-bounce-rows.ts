import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { mailBounces } from "../schema/index.ts";
import type { PlannedRows, WritePlan } from "../write-plan.ts";

/** 届かずに戻ったメールと、局が手当てしたことの行。どちらも最初の一つだけが残る。 */
export function writeBounceRows(
  tx: Transaction,
  { at, actor }: Pick<WritePlan<unknown>, "at" | "actor">,
  rows: PlannedRows<unknown>,
): void {
  for (const row of rows.mailBounces ?? []) tx.insert(mailBounces).values(row).onConflictDoNothing().run();
  for (const mailId of rows.confirmedBounces ?? [])
    tx.update(mailBounces)
      .set({ confirmedByName: actor.name, confirmedAt: at })
      .where(and(eq(mailBounces.mailId, mailId), isNull(mailBounces.confirmedAt)))
      .run();
}
