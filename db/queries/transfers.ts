/** 移送の跡の読み出し。 */
import { desc, eq, inArray } from "drizzle-orm";
import type { Database } from "../client.ts";
import { applications, transfers } from "../schema/index.ts";

export type TransferRow = typeof transfers.$inferSelect;

/** その申請の最後の移送。移送されていなければ undefined。 */
export async function lastTransfer(
  database: Database,
  applicationId: string,
): Promise<TransferRow | undefined> {
  return database.reader
    .select()
    .from(transfers)
    .where(eq(transfers.applicationId, applicationId))
    .orderBy(desc(transfers.sequence))
    .limit(1)
    .get();
}

/** その局々から出た移送（from）、又はその局々に来た移送（to）。新しい順に limit 件まで。 */
export async function officeTransfers(
  database: Database,
  side: "from" | "to",
  offices: readonly string[],
  limit: number,
) {
  const column = side === "from" ? transfers.fromOffice : transfers.toOffice;
  return database.reader
    .select({
      transfer: transfers,
      receiptNumber: applications.receiptNumber,
      companyName: applications.companyName,
    })
    .from(transfers)
    .innerJoin(applications, eq(applications.id, transfers.applicationId))
    .where(inArray(column, [...offices]))
    .orderBy(desc(transfers.sequence))
    .limit(limit)
    .all();
}
