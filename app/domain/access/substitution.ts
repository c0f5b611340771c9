/**
 * 代決。決裁者が休むあいだ、同じ局の職員が代わりに認定・不認定・起案の差戻しを決める。
 * 任せた人の名義は変わらず（通知書の名義は大臣等のまま）、誰が誰の代わりに決めたかを記録に残す。
 * 局の内部の決まりで、代決者がさらに代決者を決めることはできない。
 */
import { type CivilDate, daysBetween } from "#app/domain/calendar/civil-date.ts";

/** 一つの代決。日はどちらも含む。 */
export type Substitution = {
  readonly officeCode: string;
  readonly managerId: string;
  readonly managerName: string;
  readonly substituteId: string;
  readonly substituteName: string;
  readonly fromDay: string;
  readonly toDay: string;
  /** 期間の前に終えた瞬間。終えていなければ null。 */
  readonly endedAt: string | null;
};

/** 一度に任せられる日数。 */
const LONGEST_SUBSTITUTION = 92;

export type SubstitutionState = "upcoming" | "running" | "over" | "ended";

/** @param today 東京の今日 */
export function substitutionState(one: Substitution, today: CivilDate): SubstitutionState {
  if (one.endedAt !== null) return "ended";
  if (today < one.fromDay) return "upcoming";
  return today > one.toDay ? "over" : "running";
}

/** 代決者を決められない理由。欄ごと。 */
export type SubstitutionFaults = Readonly<
  Partial<Record<"substituteId" | "fromDay" | "toDay", readonly string[]>>
>;

/**
 * 新しい代決を決めてよいか。
 *
 * @param wanted 決めようとしている代決
 * @param others いまある代決（局を問わず、任せる人か任される人が関わる物）
 * @param today 東京の今日
 * @returns 理由。空なら決めてよい
 */
export function substitutionFaults(
  wanted: Omit<Substitution, "endedAt" | "fromDay" | "toDay"> & {
    readonly fromDay: CivilDate;
    readonly toDay: CivilDate;
  },
  others: readonly Substitution[],
  today: CivilDate,
): SubstitutionFaults {
  if (wanted.fromDay < today) return { fromDay: ["今日から後の日にしてください。"] };
  if (wanted.toDay < wanted.fromDay) return { toDay: ["初めの日から後の日にしてください。"] };
  if (daysBetween(wanted.fromDay, wanted.toDay) >= LONGEST_SUBSTITUTION)
    return { toDay: [`${LONGEST_SUBSTITUTION}日までの期間にしてください。`] };
  if (wanted.substituteId === wanted.managerId)
    return { substituteId: ["自分を代決者にすることはできません。"] };
  const overlapping = others.filter(
    ({ endedAt, fromDay, toDay }) => endedAt === null && fromDay <= wanted.toDay && toDay >= wanted.fromDay,
  );
  const own = overlapping.find(({ managerId }) => managerId === wanted.managerId);
  if (own !== undefined && own.officeCode === wanted.officeCode)
    return { fromDay: [`この期間には、もう${own.substituteName}さんを代決者にしています。`] };
  const standing = overlapping.find(
    ({ substituteId, officeCode }) => substituteId === wanted.managerId && officeCode === wanted.officeCode,
  );
  if (standing !== undefined)
    return {
      substituteId: [
        `あなたは、この期間、${standing.managerName}さんの代決者です。代決者は、さらに代決者を決められません。`,
      ],
    };
  const away = overlapping.find(({ managerId }) => managerId === wanted.substituteId);
  return away === undefined
    ? {}
    : {
        substituteId: [
          `${wanted.substituteName}さんは、この期間、決裁を${away.substituteName}さんに任せています。`,
        ],
      };
}
