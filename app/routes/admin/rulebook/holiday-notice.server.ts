/** 今日の版の休日の表がもうすぐ尽きるときに、管理者の入口に出す知らせ。 */
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { holidayTableEnding } from "#app/domain/rulebook/holidays.ts";
import { today, type UseCaseContext } from "#app/usecases/context.ts";
import { tableHref } from "./table-address.ts";

/** passed が真なら、もう尽きている。 */
export type HolidayNoticeView = {
  readonly endsOn: string;
  readonly passed: boolean;
  readonly href: string;
} | null;

/** @param editionId 今日の版。無ければ null */
export function holidayNotice(useCase: UseCaseContext, editionId: string | null): HolidayNoticeView {
  if (editionId === null) return null;
  const on = today(useCase);
  const ending = holidayTableEnding(useCase.rulebooks.edition(editionId).rulebook, on);
  return ending === null
    ? null
    : { endsOn: formatJapaneseDate(ending), passed: ending < on, href: tableHref(editionId, "holidays") };
}
