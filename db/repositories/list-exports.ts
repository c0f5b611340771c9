/** 一覧の書出しの進み具合と、期限の過ぎた行の片付け。 */
import { eq } from "drizzle-orm";
import type { Database } from "../client.ts";
import { listExports } from "../schema/index.ts";

type Progress = Partial<
  Pick<typeof listExports.$inferInsert, "state" | "written" | "total" | "size" | "doneAt">
>;

/** 途中の数は、失われても作り直せるので、ディスクを待たない。 */
export function noteExportProgress(database: Database, id: string, written: number): void {
  database.transactTransient((tx) =>
    tx.update(listExports).set({ written }).where(eq(listExports.id, id)).run(),
  );
}

export function changeExport(database: Database, id: string, set: Progress): void {
  database.transact((tx) => tx.update(listExports).set(set).where(eq(listExports.id, id)).run());
}

export function removeExport(database: Database, id: string): void {
  database.transact((tx) => tx.delete(listExports).where(eq(listExports.id, id)).run());
}
