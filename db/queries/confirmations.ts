/** 投資計画の確認の読み出し。 */
import { and, asc, desc, eq, gt, inArray, like, lt, or, type SQL } from "drizzle-orm";
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import type { ConfirmationStatus } from "#app/domain/confirmation/statuses.ts";
import type { Database } from "../client.ts";
import {
  applications,
  confirmationDocuments,
  confirmationDownloads,
  confirmationEvents,
  confirmationFiledAttachments,
  confirmationFilings,
  confirmationLetters,
  confirmations,
  confirmationUses,
} from "../schema/index.ts";
import type { ApplicationRow } from "./applications.ts";

export type ConfirmationRow = typeof confirmations.$inferSelect;
export type ConfirmationFilingRow = typeof confirmationFilings.$inferSelect;
export type ConfirmationEventRow = typeof confirmationEvents.$inferSelect;
export type ConfirmationLetterRow = typeof confirmationLetters.$inferSelect;
export type ConfirmationDocumentRow = typeof confirmationDocuments.$inferSelect;
export type FiledEvidenceRow = typeof confirmationFiledAttachments.$inferSelect;

export async function findConfirmation(database: Database, id: string): Promise<ConfirmationRow | undefined> {
  return database.reader.select().from(confirmations).where(eq(confirmations.id, id)).get();
}

/** 会社の確認の申請。新しい順。確認書があれば添える。 */
export async function companyConfirmations(
  database: Database,
  companyKey: string,
): Promise<
  readonly { readonly confirmation: ConfirmationRow; readonly letter: ConfirmationLetterRow | null }[]
> {
  return database.reader
    .select({ confirmation: confirmations, letter: confirmationLetters })
    .from(confirmations)
    .leftJoin(confirmationLetters, eq(confirmationLetters.confirmationId, confirmations.id))
    .where(eq(confirmations.companyKey, companyKey))
    .orderBy(desc(confirmations.createdAt))
    .all();
}

export async function latestConfirmationFiling(
  database: Database,
  confirmationId: string,
): Promise<ConfirmationFilingRow | undefined> {
  return database.reader
    .select()
    .from(confirmationFilings)
    .where(eq(confirmationFilings.confirmationId, confirmationId))
    .orderBy(desc(confirmationFilings.sequence))
    .limit(1)
    .get();
}

/** 起きた順。 */
export async function confirmationEventsOf(
  database: Database,
  confirmationId: string,
): Promise<readonly ConfirmationEventRow[]> {
  return database.reader
    .select()
    .from(confirmationEvents)
    .where(eq(confirmationEvents.confirmationId, confirmationId))
    .orderBy(asc(confirmationEvents.sequence))
    .all();
}

/** その提出の添付の控え。 */
export async function filedEvidenceOf(
  database: Database,
  confirmationId: string,
  sequence: number,
): Promise<readonly FiledEvidenceRow[]> {
  return database.reader
    .select()
    .from(confirmationFiledAttachments)
    .where(
      and(
        eq(confirmationFiledAttachments.confirmationId, confirmationId),
        eq(confirmationFiledAttachments.sequence, sequence),
      ),
    )
    .orderBy(asc(confirmationFiledAttachments.position))
    .all();
}

export async function confirmationLetterOf(
  database: Database,
  confirmationId: string,
): Promise<ConfirmationLetterRow | undefined> {
  return database.reader
    .select()
    .from(confirmationLetters)
    .where(eq(confirmationLetters.confirmationId, confirmationId))
    .get();
}

export async function confirmationDocumentOf(
  database: Database,
  confirmationId: string,
): Promise<ConfirmationDocumentRow | undefined> {
  return database.reader
    .select()
    .from(confirmationDocuments)
    .where(eq(confirmationDocuments.confirmationId, confirmationId))
    .get();
}

export type FoundConfirmation = {
  readonly letter: ConfirmationLetterRow;
  /** まだ作られていなければ null。 */
  readonly document: ConfirmationDocumentRow | null;
};

export async function confirmationByCode(
  database: Database,
  code: string,
): Promise<FoundConfirmation | undefined> {
  return database.reader
    .select({ letter: confirmationLetters, document: confirmationDocuments })
    .from(confirmationLetters)
    .leftJoin(
      confirmationDocuments,
      eq(confirmationDocuments.confirmationId, confirmationLetters.confirmationId),
    )
    .where(eq(confirmationLetters.code, code))
    .get();
}

export async function confirmationByHash(
  database: Database,
  sha256: string,
): Promise<FoundConfirmation | undefined> {
  return database.reader
    .select({ letter: confirmationLetters, document: confirmationDocuments })
    .from(confirmationDocuments)
    .innerJoin(
      confirmationLetters,
      eq(confirmationLetters.confirmationId, confirmationDocuments.confirmationId),
    )
    .where(eq(confirmationDocuments.sha256, sha256))
    .get();
}

/** 受取りの記録。新しい順。 */
export async function confirmationDownloadsOf(
  database: Database,
  confirmationId: string,
): Promise<readonly (typeof confirmationDownloads.$inferSelect)[]> {
  return database.reader
    .select()
    .from(confirmationDownloads)
    .where(eq(confirmationDownloads.confirmationId, confirmationId))
    .orderBy(desc(confirmationDownloads.id))
    .all();
}

/** 一覧を絞る条件。空の条件は絞らない。 */
export type ConfirmationFilter = {
  /** 見てよい局。null なら全部。 */
  readonly offices: readonly string[] | null;
  readonly status: ConfirmationStatus | null;
  readonly type: ConfirmationType | null;
  /** 受付番号又は事業者名の一部。 */
  readonly words: string;
};

/** 続きを示す鍵。 */
export type ConfirmationKey = { readonly filedAt: string; readonly id: string };

/** 提出された申請。新しい順。@param after この行より後だけ。@param limit 読む行の数 */
export async function filedConfirmations(
  database: Database,
  filter: ConfirmationFilter,
  after: ConfirmationKey | null,
  limit: number,
): Promise<readonly ConfirmationRow[]> {
  const { offices, status, type, words } = filter;
  const conditions: (SQL | undefined)[] = [
    // 下書きには申請の日時がない。
    gt(confirmations.filedAt, ""),
    status === null ? undefined : eq(confirmations.status, status),
    offices === null ? undefined : inArray(confirmations.officeCode, [...offices]),
    type === null ? undefined : eq(confirmations.type, type),
    words === ""
      ? undefined
      : or(like(confirmations.receiptNumber, `%${words}%`), like(confirmations.companyName, `%${words}%`)),
    after === null
      ? undefined
      : or(
          lt(confirmations.filedAt, after.filedAt),
          and(eq(confirmations.filedAt, after.filedAt), lt(confirmations.id, after.id)),
        ),
  ];
  return database.reader
    .select()
    .from(confirmations)
    .where(and(...conditions))
    .orderBy(desc(confirmations.filedAt), desc(confirmations.id))
    .limit(limit)
    .all();
}

/** 確認書と、それを使っている認定申請。 */
export type ConfirmationUse = {
  readonly letter: ConfirmationLetterRow;
  /** いまの会社。確認書の行は凍結した時の会社のままで、引継ぎで変わらない。 */
  readonly companyKey: string;
  readonly holder: Pick<ApplicationRow, "id" | "planId" | "status"> | null;
};

const withHolder = ({ reader }: Database) =>
  reader
    .select({
      letter: confirmationLetters,
      companyKey: confirmations.companyKey,
      holder: { id: applications.id, planId: applications.planId, status: applications.status },
    })
    .from(confirmationLetters)
    .innerJoin(confirmations, eq(confirmations.id, confirmationLetters.confirmationId))
    .leftJoin(confirmationUses, eq(confirmationUses.confirmationId, confirmationLetters.confirmationId))
    .leftJoin(applications, eq(applications.id, confirmationUses.applicationId));

/** その番号の確認書。どの会社の物も返す。 */
export async function confirmationsNumbered(
  database: Database,
  numbers: readonly string[],
): Promise<readonly ConfirmationUse[]> {
  return numbers.length === 0
    ? []
    : withHolder(database)
        .where(inArray(confirmationLetters.number, [...numbers]))
        .all();
}

/** 会社の受けた確認書。新しい順。 */
export async function companyLetters(
  database: Database,
  companyKey: string,
): Promise<readonly ConfirmationUse[]> {
  return withHolder(database)
    .where(eq(confirmations.companyKey, companyKey))
    .orderBy(desc(confirmationLetters.confirmedOn))
    .all();
}

/** 実施状況報告の要る確認書（B・E類型）。取得する月と決算月から、報告の年度を数える。 */
export type ReportableConfirmation = Pick<
  ConfirmationLetterRow,
  "confirmationId" | "type" | "number" | "confirmedOn" | "officeCode" | "acquisitionMonth" | "closingMonth"
> &
  Pick<ConfirmationRow, "companyKey" | "companyName">;

/** @param companyKey 一つの会社だけ。省けば全部。確認した日の新しい順 */
export async function reportableConfirmations(
  database: Database,
  companyKey?: string,
): Promise<readonly ReportableConfirmation[]> {
  return database.reader
    .select({
      confirmationId: confirmationLetters.confirmationId,
      companyKey: confirmations.companyKey,
      companyName: confirmations.companyName,
      type: confirmationLetters.type,
      number: confirmationLetters.number,
      confirmedOn: confirmationLetters.confirmedOn,
      officeCode: confirmationLetters.officeCode,
      acquisitionMonth: confirmationLetters.acquisitionMonth,
      closingMonth: confirmationLetters.closingMonth,
    })
    .from(confirmationLetters)
    .innerJoin(confirmations, eq(confirmations.id, confirmationLetters.confirmationId))
    .where(
      and(
        inArray(confirmationLetters.type, ["B", "E"]),
        companyKey === undefined ? undefined : eq(confirmations.companyKey, companyKey),
      ),
    )
    .orderBy(desc(confirmationLetters.confirmedOn))
    .all();
}
