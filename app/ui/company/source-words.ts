import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";

/** 出どころの名前と、その時点。 */
export const sourceWords = ({
  source,
  asOf,
}: {
  readonly source: string;
  readonly asOf: CivilDate | null;
}): string => (asOf === null ? source : `${source}（${formatJapaneseDate(asOf)}時点）`);
