/** 変更認定申請の記録に示す、変える元の認定と、同じ計画の版。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CivilMonth } from "#app/domain/calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import { changeBaseOf } from "#app/domain/plan-life/change-base.ts";
import { documentMarks } from "#app/domain/plan/section-marks.ts";
import type { ReviewRecord } from "#app/usecases/review/open-record.server.ts";

export type ChangeView = NonNullable<ReturnType<typeof changeView>>;
export type VersionLine = ReturnType<typeof versionLines>[number];

const cited = (number: string, on: CivilDate): string => `${number}（${formatJapaneseDate(on)}認定）`;

/** @returns 新規の申請では null */
export function changeView({ application, submission, base }: ReviewRecord) {
  const of = changeBaseOf(submission.answers);
  if (application.kind === "new" || of === null) return null;
  return {
    base: cited(of.number, of.certifiedOn),
    first: of.firstNumber === of.number ? null : cited(of.firstNumber, of.firstCertifiedOn),
    version: application.baseVersion,
    officeName: of.officeName,
    paper: of.origin === "paper",
    /** 変わった所の数。中身の分からない紙の認定では null。 */
    count: base === null ? null : documentMarks(base, submission.document).count,
  };
}

const kindWords = { new: "新規", change: "変更", paper: "紙の認定" } as const;

export const versionLines = ({ versions }: ReviewRecord) =>
  versions.map(({ version, base, own, readable }) => ({
    version: version.version,
    kind: kindWords[version.kind],
    number: version.number,
    certifiedOn: formatJapaneseDate(version.certifiedOn as CivilDate),
    period: [version.startMonth, version.endMonth]
      .map((month) => formatJapaneseMonth(month as CivilMonth))
      .join("から"),
    note: own ? "この申請" : base ? "この申請の変える元" : "",
    href:
      readable && !own && version.applicationId !== null
        ? `/review/applications/${version.applicationId}`
        : null,
  }));
