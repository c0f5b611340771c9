/** 移行の済んだ、試験ごとの本物の SQLite。 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "#db/client.ts";
import { migrateDatabase, sourceMigrations } from "#db/migrate.ts";
import { rulebookEditions } from "#db/schema/index.ts";
import type { PlannedRows, WritePlan } from "#db/write-plan.ts";

export type TemporaryDatabase = {
  readonly file: string;
  readonly database: Database;
  /** 同じファイルへの、もう一つの接続。 */
  connect(): Database;
  close(): void;
};

export function openTemporaryDatabase(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), "portal-db-"));
  const file = join(folder, "portal.sqlite");
  migrateDatabase(file, sourceMigrations);
  const opened = [openDatabase(file)];
  const [database] = opened;
  if (database === undefined) throw new Error("接続がありません。");
  return {
    file,
    database,
    connect() {
      const another = openDatabase(file);
      opened.push(another);
      return another;
    },
    close() {
      for (const one of opened) one.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const AT = "2026-12-01T01:00:00.000Z";

/** 会社と版を一つずつ置く。 */
export function seedCompany(database: Database): void {
  database.transact((tx) => {
    tx.insert(rulebookEditions)
      .values({
        id: "edition-1",
        label: "試験の版",
        status: "published",
        effectiveFrom: "2026-04-01",
        sourceHash: "0".repeat(64),
        createdAt: AT,
      })
      .run();
  });
}

export const company = {
  key: "7990001000001",
  corporationType: "corporation" as const,
  name: "株式会社青葉精密製作所",
  representative: "髙橋 健一",
  prefecture: "04",
  address: "宮城県仙台市泉区明通二丁目14番地",
  source: "GビズID",
  sourcedAt: AT,
  updatedAt: AT,
};

export const applicationRow = (id: string) => ({
  id,
  companyKey: company.key,
  companyName: company.name,
  kind: "new" as const,
  status: "draft" as const,
  version: 1,
  submissionSequence: 0,
  createdBy: "account-1",
  createdAt: AT,
  updatedAt: AT,
});

/** 行から計画を作る。 */
export const planOf = <R>(
  rows: WritePlan<R>["rows"] | PlannedRows<R>,
  rest: Partial<Omit<WritePlan<R>, "rows">> = {},
): WritePlan<R> => ({
  actor: { id: "account-1", name: "髙橋 健一", role: "applicant:prime" },
  at: AT,
  requestId: "request-1",
  ...rest,
  rows: typeof rows === "function" ? rows : () => rows,
});

export const audited = (action: string) => ({
  action,
  subjectKind: "application",
  subjectId: "application-1",
  details: { action },
});
