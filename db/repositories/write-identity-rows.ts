import { eq } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { accounts, closureOverrides, companies, sessions, submissionFacts } from "../schema/index.ts";
import type { PlannedRows, WritePlan } from "../write-plan.ts";

/** 利用者・会社（と、その値の出どころ）・セッションの行。ログインのたびに属性を新しくするが、使えるかどうかは変えない。 */
export function writeIdentityRows(
  tx: Transaction,
  { at }: Pick<WritePlan<unknown>, "at">,
  rows: PlannedRows<unknown>,
): void {
  for (const row of rows.accounts ?? []) {
    const { id: _id, createdAt: _createdAt, active: _active, ...fresh } = row;
    tx.insert(accounts)
      .values(row)
      .onConflictDoUpdate({ target: [accounts.issuer, accounts.subject], set: fresh })
      .run();
  }
  for (const row of rows.companies ?? []) {
    const { key: _key, ...fresh } = row;
    tx.insert(companies).values(row).onConflictDoUpdate({ target: companies.key, set: fresh }).run();
  }
  for (const row of rows.closureOverrides ?? []) tx.insert(closureOverrides).values(row).run();
  for (const row of rows.submissionFacts ?? []) tx.insert(submissionFacts).values(row).run();
  for (const { id, ...state } of rows.accountStates ?? []) {
    tx.update(accounts)
      .set({ ...state, updatedAt: at })
      .where(eq(accounts.id, id))
      .run();
    if (!state.active) tx.delete(sessions).where(eq(sessions.accountId, id)).run();
  }
  for (const hash of rows.endedSessions ?? []) tx.delete(sessions).where(eq(sessions.tokenHash, hash)).run();
  for (const row of rows.sessions ?? []) tx.insert(sessions).values(row).run();
}
