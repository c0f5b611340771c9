/** 審査の一覧の一行。画面、書出しが同じ物を読む。 */
import { businessDaysBetween } from "#app/domain/calendar/business-days.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { type DueDay, dueDayOf } from "#app/domain/worklist/due-day.ts";
import { finalStatuses, type ShownStatus, shownStatus } from "#app/domain/workflow/statuses.ts";
import type { ReturnKind } from "#app/domain/worklist/list-columns.ts";
import type { ListingRow } from "#db/queries/listings.ts";

export type WorkItem = {
  readonly id: string;
  readonly version: number;
  readonly receiptNumber: string;
  readonly documentNumber: string;
  readonly companyKey: string;
  readonly companyName: string;
  readonly status: ShownStatus;
  readonly kind: "new" | "change";
  readonly proposal: "" | "certify" | "decline";
  readonly filedOn: CivilDate;
  readonly acceptedOn: CivilDate | null;
  readonly certifiedOn: CivilDate | null;
  readonly updatedOn: CivilDate;
  readonly officeName: string;
  readonly ministry: string;
  readonly prefectureName: string;
  readonly guidelineName: string;
  readonly industry: { readonly code: string; readonly name: string };
  readonly assigneeName: string | null;
  readonly equipmentTypes: readonly string[];
  readonly returnKinds: readonly ReturnKind[];
  readonly returns: number;
  /** 処理の目安の日。 */
  readonly due: DueDay;
  /** 受理（まだなら申請）から今日までの業務日。終わった申請では null。 */
  readonly elapsed: { readonly since: "accepted" | "filed"; readonly businessDays: number } | null;
};

const wordsOf = (spaced: string): readonly string[] => spaced.split(" ").filter((word) => word !== "");
const dayOrNull = (day: string): CivilDate | null => (day === "" ? null : (day as CivilDate));

/**
 * @param row 一覧の行
 * @param rulebook 提出に留めた版
 * @param context.today 東京の今日
 */
export function workItem(
  row: ListingRow,
  rulebook: Rulebook,
  context: {
    readonly today: CivilDate;
    readonly assigneeName: string | null;
    /** 認定を取り消したか。 */
    readonly revoked: boolean;
  },
): WorkItem {
  return {
    id: row.applicationId,
    version: row.version,
    receiptNumber: row.receiptNumber,
    documentNumber: row.documentNumber,
    companyKey: row.companyKey,
    companyName: row.companyName,
    status: shownStatus(row.status, context.revoked),
    kind: row.kind,
    proposal: row.proposal,
    filedOn: row.filedOn as CivilDate,
    acceptedOn: dayOrNull(row.acceptedOn),
    certifiedOn: dayOrNull(row.certifiedOn),
    updatedOn: tokyoDay(row.updatedAt),
    officeName: rulebook.offices.get(row.officeCode)?.name ?? "",
    ministry: row.ministry,
    prefectureName: rulebook.prefectures.get(row.prefecture)?.name ?? "",
    guidelineName: rulebook.guidelines.get(row.guidelineId)?.name ?? "",
    industry: { code: row.industryCode, name: nameInEitherRevision(rulebook, row.industryCode) },
    assigneeName: context.assigneeName,
    equipmentTypes: wordsOf(row.equipmentTypes),
    returnKinds: wordsOf(row.returnKinds) as readonly ReturnKind[],
    returns: row.returns,
    due: dueDayOf(row, { today: context.today, holidays: holidaysOf(rulebook) }),
    elapsed: elapsedOf(row, holidaysOf(rulebook), context.today),
  };
}

function elapsedOf(row: ListingRow, holidays: ReadonlySet<CivilDate>, today: CivilDate): WorkItem["elapsed"] {
  if (finalStatuses.some((status) => status === row.status)) return null;
  return {
    since: row.acceptedOn === "" ? "filed" : "accepted",
    businessDays: businessDaysBetween(row.startedOn as CivilDate, today, holidays),
  };
}

/** 申請の行は改定を持たないので、二つの改定で名前の違う細分類は、コードだけを示す。 */
function nameInEitherRevision(rulebook: Rulebook, code: string): string {
  const names = [14, 13] as const;
  const found = new Set(
    names.flatMap((revision) => rulebook.industries[revision].byCode.get(code)?.name ?? []),
  );
  return found.size === 1 ? ([...found][0] ?? "") : "";
}
