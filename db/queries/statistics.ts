/** 統計のための読み出し。見てよい局の一覧の行を、数えるのに要る列だけ、番号の順に少しずつ読む。 */
import { and, count, gt, gte, inArray, lt } from "drizzle-orm";
import type { CountedRow } from "#app/domain/worklist/statistics.ts";
import type { ReturnKind } from "#app/domain/worklist/list-columns.ts";
import type { Connection } from "../client.ts";
import { applicationListings, reviewComments } from "../schema/index.ts";

const t = applicationListings;

const columns = {
  number: t.number,
  status: t.status,
  officeCode: t.officeCode,
  ministry: t.ministry,
  prefecture: t.prefecture,
  industryCode: t.industryCode,
  filedOn: t.filedOn,
  acceptedOn: t.acceptedOn,
  startedOn: t.startedOn,
  certifiedOn: t.certifiedOn,
  stoppedDays: t.stoppedDays,
  returns: t.returns,
} as const;

/**
 * @param offices 見てよい局。null は全部
 * @param size 一度に読む行数
 */
export function* countedRows(
  reader: Connection,
  offices: readonly string[] | null,
  size: number,
): Generator<readonly CountedRow[]> {
  let after = 0;
  while (true) {
    const rows = reader
      .select(columns)
      .from(t)
      .where(and(gt(t.number, after), offices === null ? undefined : inArray(t.officeCode, [...offices])))
      .orderBy(t.number)
      .limit(size)
      .all();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.number;
  }
}

export type ReturnedField = {
  readonly section: string;
  readonly field: string;
  readonly kind: ReturnKind;
  readonly total: number;
};

/**
 * 差戻しの指摘の数。欄と種類ごとに。
 * @param written 指摘を書いた瞬間（UTC の ISO 文字列）。from を含み before を含まない
 */
export function returnedFields(
  reader: Connection,
  offices: readonly string[] | null,
  written: { readonly from: string; readonly before: string },
): readonly ReturnedField[] {
  const { section, field, kind, createdAt, applicationId } = reviewComments;
  const own = reader
    .select({ id: t.applicationId })
    .from(t)
    .where(offices === null ? undefined : inArray(t.officeCode, [...offices]));
  return reader
    .select({ section, field, kind, total: count() })
    .from(reviewComments)
    .where(
      and(
        gte(createdAt, written.from),
        lt(createdAt, written.before),
        offices === null ? undefined : inArray(applicationId, own),
      ),
    )
    .groupBy(section, field, kind)
    .all();
}
