import type { SubstitutionState } from "#app/domain/access/substitution.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { OfficeSubstitutions } from "#app/usecases/review/substitutes.server.ts";

export type SubstitutionView = ReturnType<typeof substitutionRow>;

const stateWords: Readonly<Record<SubstitutionState, string>> = {
  upcoming: "これから",
  running: "代決中",
  over: "終わり",
  ended: "途中で終わり",
};

/** 代決の一行。 */
export const substitutionRow = (row: OfficeSubstitutions["rows"][number], office: string) => ({
  id: row.id,
  office,
  manager: row.managerName,
  substitute: row.substituteName,
  period: `${dayText(row.fromDay)}から${dayText(row.toDay)}まで`,
  reason: row.reason,
  state: stateWords[row.state],
  running: row.state === "running",
  mayEnd: row.state === "running" || row.state === "upcoming",
  ended:
    row.endedAt === null
      ? null
      : `${row.endedByName ?? ""}が、${formatTokyoInstant(row.endedAt)}に終えました`,
});

/** 保存した日は CivilDate として書いた文字列。 */
const dayText = (day: string): string => formatJapaneseDate(day as CivilDate);
