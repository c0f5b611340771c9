/** 監査の控えに要る読み出し。 */
import { and, asc, desc, eq, gte, lte } from "drizzle-orm";
import { auditHead, type AuditHead } from "../audit-heads.ts";
import type { ChainedRow } from "../audit-chain.ts";
import type { Database } from "../client.ts";
import { auditEntries } from "../schema/index.ts";

/** 控えたことを残す行の、対象の種類。番号は控えの日。 */
const HEAD_SUBJECT = "auditHead";

/** 最後に控えた頭。控えたことがなければ null。 */
export function lastAuditHead({ reader }: Database): AuditHead | null {
  const row = reader
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.subjectKind, HEAD_SUBJECT))
    .orderBy(desc(auditEntries.subjectId))
    .limit(1)
    .get();
  const read = auditHead.safeParse(row?.details["head"]);
  return read.success ? read.data : null;
}

/** 控えたはずの頭の全部。古い日から。 */
export const notedAuditHeads = ({ reader }: Database): readonly AuditHead[] =>
  reader
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.subjectKind, HEAD_SUBJECT))
    .orderBy(asc(auditEntries.subjectId))
    .all()
    .map(({ details }) => auditHead.parse(details["head"]));

/** from から後の行のハッシュ。古い順。 */
export const hashesFrom = ({ reader }: Database, from: number, to?: number) =>
  reader
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .where(
      and(gte(auditEntries.sequence, from), to === undefined ? undefined : lte(auditEntries.sequence, to)),
    )
    .orderBy(asc(auditEntries.sequence))
    .all();

export const auditRow = ({ reader }: Database, sequence: number): ChainedRow | undefined =>
  reader.select().from(auditEntries).where(eq(auditEntries.sequence, sequence)).get();
