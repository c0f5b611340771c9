/** 審査の一覧の一行と検索の語を、申請の行と提出から作る。一つずつの書込みも、まとめて入れる口も、ここを使う。 */
import { consultingStatuses } from "#app/domain/consultation/consultation.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { equipmentTypesOf, planSearchTexts } from "#app/domain/plan/search-text.ts";
import { indexGrams } from "#app/domain/text/search-grams.ts";
import { foldForSearch } from "#app/domain/text/width.ts";
import { type ListedClock, listedClock } from "#app/domain/worklist/due-day.ts";
import type {
  applicationListings,
  applications,
  certifications,
  reviewComments,
  submissions,
} from "./schema/index.ts";

export type ListingRow = typeof applicationListings.$inferInsert;
/** 番号のまだない一行。 */
export type ListingFacts = Omit<ListingRow, "number">;

type Application = typeof applications.$inferInsert;
type Comment = Pick<typeof reviewComments.$inferInsert, "kind" | "submissionSequence">;
type Certification = Pick<typeof certifications.$inferInsert, "number" | "certifiedOn">;

/** 語を空白で挟んで並べる。空なら空文字。 */
const spacedWords = (words: readonly string[]): string =>
  words.length === 0 ? "" : ` ${[...new Set(words)].join(" ")} `;

/**
 * @param parts.equipmentTypes 最も新しい提出の、設備等の類型
 * @param parts.comments これまでの差戻しの指摘
 * @param parts.clock 標準処理期間の時計
 * @returns 局の目に触れない申請（下書き、引き戻した申請）なら null
 */
export function listingFacts(parts: {
  readonly application: Application;
  readonly equipmentTypes: readonly string[];
  readonly comments: readonly Comment[];
  readonly certification: Certification | undefined;
  /** 答えのない求めの数。 */
  readonly openConsultations: number;
  readonly clock: ListedClock;
}): ListingFacts | null {
  const { application: row, comments, certification } = parts;
  if (row.status === "draft" || row.filedAt === null || row.filedAt === undefined) return null;
  const filedOn = tokyoDay(row.filedAt);
  return {
    applicationId: row.id,
    version: row.version,
    status: row.status,
    kind: row.kind,
    officeCode: row.officeCode ?? "",
    ministry: row.ministry ?? "",
    companyKey: row.companyKey,
    companyName: row.companyName,
    companyOrder: foldForSearch(row.companyName),
    receiptNumber: row.receiptNumber ?? "",
    documentNumber: certification?.number ?? "",
    editionId: row.editionId ?? "",
    industryCode: row.industryCode ?? "",
    guidelineId: row.guidelineId ?? "",
    prefecture: row.prefecture ?? "",
    filedOn,
    acceptedOn: row.acceptedOn ?? "",
    startedOn: row.acceptedOn ?? filedOn,
    ...parts.clock,
    certifiedOn: certification?.certifiedOn ?? "",
    assigneeId: row.assigneeId ?? "",
    proposal: row.proposal?.outcome ?? "",
    equipmentTypes: spacedWords(parts.equipmentTypes),
    returnKinds: spacedWords(comments.map(({ kind }) => kind)),
    returns: new Set(comments.map(({ submissionSequence }) => submissionSequence)).size,
    openConsultations: consultingStatuses.some((status) => status === row.status)
      ? parts.openConsultations
      : 0,
    updatedAt: row.updatedAt,
  };
}

/** 申請の行と、最も新しい提出と出来事から、時計の値を数える。 */
export const listingClock = (
  application: Pick<Application, "status" | "acceptedOn">,
  filing: {
    readonly routing: (typeof submissions.$inferInsert)["routing"];
    readonly events: readonly { readonly type: string; readonly at: string }[];
    readonly holidays: ReadonlySet<CivilDate>;
  },
): ListedClock =>
  listedClock({
    status: application.status,
    processing: filing.routing.processing,
    acceptedOn: (application.acceptedOn ?? null) as CivilDate | null,
    events: filing.events,
    holidays: filing.holidays,
  });

/** 設備等の類型。 */
export const listedEquipment = (answers: RawAnswers): readonly string[] => equipmentTypesOf(answers);

/** 局の申請だけを探すために、索引の語に混ぜる局の語。二字の語とは重ならない長さになる。 */
export const officeGram = (officeCode: string): string => `office:${officeCode}`;

/** 検索の索引に入れる語。空白で区切る。 */
export const searchGrams = (
  listing: Pick<
    ListingFacts,
    "officeCode" | "companyName" | "companyKey" | "receiptNumber" | "documentNumber"
  >,
  answers: RawAnswers,
): string =>
  [
    officeGram(listing.officeCode),
    ...indexGrams(
      [
        listing.companyName,
        listing.receiptNumber,
        listing.companyKey,
        listing.documentNumber,
        ...planSearchTexts(answers),
      ].join(" "),
    ),
  ].join(" ");
