/** 取り込んだ記録を読み戻し、一式の記録と一つずつ比べる。数とハッシュを監査に残す。 */
import { createHash } from "node:crypto";
import type { RecordKind } from "#app/domain/hand-over/records.ts";
import { companyRecords, planRecords, userRecords } from "#db/queries/hand-over.ts";
import { stagedPlan } from "./handed-plan.ts";
import { keysOf, stagedBatches } from "./staged-rows.ts";
import type { Batching } from "./import-tools.ts";

/** 名前を並べる、合わない記録の数。 */
const SHOWN = 100;

export type Reconciled = {
  /** 比べた記録の数。 */
  readonly compared: Readonly<Record<Extract<RecordKind, "companies" | "users" | "plans">, number>>;
  /** 読み戻した記録の全部の SHA-256。 */
  readonly sha256: string;
  /** 合わない記録の名前。{@link SHOWN} 件まで。 */
  readonly mismatches: readonly string[];
};

export async function reconcileHandOver({ context, staging, progress }: Batching): Promise<Reconciled> {
  const { reader } = context.database;
  const hash = createHash("sha256");
  const mismatches: string[] = [];
  const compared = { companies: 0, users: 0, plans: 0 };
  const compare = (
    kind: keyof typeof compared,
    key: string,
    given: object,
    stored: object | undefined,
  ): void => {
    const text = JSON.stringify(stored ?? null);
    hash.update(text);
    compared[kind] += 1;
    if (text !== JSON.stringify(given) && mismatches.length < SHOWN) mismatches.push(`${kind} ${key}`);
  };
  for (const rows of stagedBatches(staging, "companies")) {
    const stored = new Map(companyRecords(reader, keysOf(rows)).map((one) => [one.key, one]));
    for (const { key, record } of rows) compare("companies", key, record, stored.get(key));
  }
  for (const rows of stagedBatches(staging, "users")) {
    const stored = new Map(userRecords(reader, keysOf(rows)).map((one) => [one.id, one]));
    for (const { key, record } of rows) compare("users", key, record, stored.get(key));
  }
  for (const rows of stagedBatches(staging, "plans")) {
    const stored = new Map(planRecords(reader, keysOf(rows)).map((one) => [one.plan.id, one]));
    for (const row of rows) {
      const { plan, versions, certificates } = stagedPlan(staging, row);
      compare("plans", row.key, { plan, versions, certificates }, stored.get(row.key));
    }
    progress("reconcile", compared.plans);
  }
  return { compared, sha256: hash.digest("hex"), mismatches };
}
