/** 送っている途中のファイルの行。申請の記録ではないので write plan を通らない。 */
import { eq, inArray } from "drizzle-orm";
import type { Database } from "../client.ts";
import { confirmationUploads, uploads } from "../schema/index.ts";

/** 新しい行を作る。もうあれば何もしない（同じ id での再送）。 */
export async function startUpload(database: Database, row: typeof uploads.$inferInsert): Promise<void> {
  database.transact((tx) => {
    tx.insert(uploads).values(row).onConflictDoNothing().run();
  });
}

/** 受け取りが進んだ時刻を残す。放っておかれたかどうかは、この時刻で見る。 */
export async function touchUpload(database: Database, id: string, now: string): Promise<void> {
  database.transact((tx) => {
    tx.update(uploads).set({ updatedAt: now }).where(eq(uploads.id, id)).run();
  });
}

/** 済んだ、又は放っておかれた行を消す。 */
export async function forgetUploads(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  database.transact((tx) => {
    tx.delete(uploads)
      .where(inArray(uploads.id, [...ids]))
      .run();
  });
}

/** 投資計画の確認の、受け取っている途中のファイルの行を作る。 */
export async function startConfirmationUpload(
  database: Database,
  row: typeof confirmationUploads.$inferInsert,
): Promise<void> {
  database.transact((tx) => {
    tx.insert(confirmationUploads).values(row).run();
  });
}

/** 済んだ、又は放っておかれた行を消す。 */
export async function forgetConfirmationUploads(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  database.transact((tx) => {
    tx.delete(confirmationUploads)
      .where(inArray(confirmationUploads.id, [...ids]))
      .run();
  });
}
