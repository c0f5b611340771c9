/** 下ごしらえの行を、束に分けて読み、取り込まないと決める。 */
import type { HandOverSource } from "#app/adapters/hand-over/hand-over-port.ts";
import type { Finding, FindingCode, FindingEffect } from "#app/domain/hand-over/finding.ts";
import type { RecordKind } from "#app/domain/hand-over/records.ts";
import type { Database } from "#db/client.ts";
import type { Place, Staged, Staging } from "#db/hand-over-staging.ts";
import { companyRecords } from "#db/queries/hand-over.ts";

export const HAND_OVER_BATCH = 500;

export type CheckingTools = {
  readonly database: Database;
  readonly source: HandOverSource;
  readonly staging: Staging;
  /** 計画の束を確かめるたびに、確かめた数を知らせる。 */
  readonly progress: (plans: number) => void;
};

export const findingAt = (
  { file, line }: Place,
  effect: FindingEffect,
  field: string,
  code: FindingCode,
  reason: string,
): Finding => ({ effect, file, line, field, code, reason });

/** 取り込む行を、束に分けて読む。 */
export function* stagedBatches<K extends RecordKind>(
  staging: Staging,
  kind: K,
  after = 0,
  size = HAND_OVER_BATCH,
): Generator<readonly Staged<K>[]> {
  for (let last = after; ;) {
    const rows = staging.page(kind, last, size);
    if (rows.length === 0) return;
    last = rows.at(-1)?.id ?? last;
    yield rows;
  }
}

export const keysOf = (rows: readonly { readonly key: string }[]): readonly string[] =>
  rows.map(({ key }) => key);

/** ポータルにもう入っているか、この一式から入る事業者か。 */
export const knownCompany = (
  { database, staging }: Pick<CheckingTools, "database" | "staging">,
  key: string,
): boolean => staging.has("companies", key) || companyRecords(database.reader, [key]).length > 0;

export function refuseRow(
  staging: Staging,
  row: Place & { readonly id: number },
  field: string,
  code: FindingCode,
  reason: string,
): void {
  staging.mark([row.id], "refused");
  staging.note(findingAt(row, "refused", field, code, reason));
}

const AT_ONCE = 16;

/** 決まった数ずつ並べて行う。 */
export async function inTurns<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return results;
}
