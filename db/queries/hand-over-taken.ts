/** 引き継ぐ番号のうち、ポータルがもう使っているもの。 */
import { inArray } from "drizzle-orm";
import type { Connection } from "../client.ts";
import { accounts, applications, certifications, planVersions } from "../schema/index.ts";

export type TakenNames = {
  /** 文書番号。 */
  readonly numbers: ReadonlySet<string>;
  readonly applications: ReadonlySet<string>;
  /** 受付番号。 */
  readonly receipts: ReadonlySet<string | null>;
  /** 「発行者 識別子」→ 利用者の番号。 */
  readonly subjects: ReadonlyMap<string, string>;
};

export function takenNames(
  reader: Pick<Connection, "select">,
  asked: {
    readonly numbers?: readonly string[];
    readonly applications?: readonly string[];
    readonly receipts?: readonly string[];
    readonly subjects?: readonly string[];
  },
): TakenNames {
  const { numbers = [], applications: ids = [], receipts = [], subjects = [] } = asked;
  const of = <T>(wanted: readonly string[], read: (wanted: string[]) => readonly T[]): readonly T[] =>
    wanted.length === 0 ? [] : read([...wanted]);
  return {
    numbers: new Set(
      of(numbers, (wanted) => [
        ...reader
          .select({ number: certifications.number })
          .from(certifications)
          .where(inArray(certifications.number, wanted))
          .all(),
        ...reader
          .select({ number: planVersions.number })
          .from(planVersions)
          .where(inArray(planVersions.number, wanted))
          .all(),
      ]).map(({ number }) => number),
    ),
    applications: new Set(
      of(ids, (wanted) =>
        reader
          .select({ id: applications.id })
          .from(applications)
          .where(inArray(applications.id, wanted))
          .all(),
      ).map(({ id }) => id),
    ),
    receipts: new Set(
      of(receipts, (wanted) =>
        reader
          .select({ number: applications.receiptNumber })
          .from(applications)
          .where(inArray(applications.receiptNumber, wanted))
          .all(),
      ).map(({ number }) => number),
    ),
    subjects: new Map(
      of(subjects, (wanted) =>
        reader
          .select({ id: accounts.id, issuer: accounts.issuer, subject: accounts.subject })
          .from(accounts)
          .where(inArray(accounts.subject, wanted))
          .all(),
      ).map(({ id, issuer, subject }) => [`${issuer} ${subject}`, id]),
    ),
  };
}
