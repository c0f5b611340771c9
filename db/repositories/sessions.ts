/** セッションとログインの往復の書込み。申請の記録ではないので write plan を通らない。 */
import { and, eq, gt, lte } from "drizzle-orm";
import type { Database } from "../client.ts";
import { keptForms, loginAttempts, sessions } from "../schema/index.ts";

/** 使った時刻を進める。 */
export async function touchSession(
  database: Database,
  tokenHash: string,
  lastSeenAt: string,
  idleUntil: string,
): Promise<void> {
  database.transactTransient((tx) => {
    tx.update(sessions).set({ lastSeenAt, idleUntil }).where(eq(sessions.tokenHash, tokenHash)).run();
  });
}

/** ログアウト。 */
export async function deleteSession(database: Database, tokenHash: string): Promise<void> {
  database.transact((tx) => {
    tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run();
  });
}

/** 期限の切れたセッション、往復、預かった欄を消す。 */
export async function sweepSessions(database: Database, now: string): Promise<void> {
  database.transact((tx) => {
    tx.delete(sessions).where(lte(sessions.absoluteUntil, now)).run();
    tx.delete(sessions).where(lte(sessions.idleUntil, now)).run();
    tx.delete(loginAttempts).where(lte(loginAttempts.expiresAt, now)).run();
    tx.delete(keptForms).where(lte(keptForms.expiresAt, now)).run();
  });
}

export async function keepLoginAttempt(
  database: Database,
  row: typeof loginAttempts.$inferInsert,
): Promise<void> {
  database.transact((tx) => {
    tx.insert(loginAttempts).values(row).run();
  });
}

/** 送られた欄を預かる。 */
export async function keepFormRow(database: Database, row: typeof keptForms.$inferInsert): Promise<void> {
  database.transact((tx) => {
    tx.insert(keptForms).values(row).run();
  });
}

/** 往復の控えを取り出す。取り出せるのは一度だけ。 */
export async function takeLoginAttempt(database: Database, tokenHash: string, now: string): Promise<unknown> {
  return database.transact((tx) => {
    const row = tx
      .select()
      .from(loginAttempts)
      .where(and(eq(loginAttempts.tokenHash, tokenHash), gt(loginAttempts.expiresAt, now)))
      .get();
    tx.delete(loginAttempts).where(eq(loginAttempts.tokenHash, tokenHash)).run();
    return row?.attempt ?? null;
  });
}
