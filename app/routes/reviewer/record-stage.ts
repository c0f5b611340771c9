/** 記録の画面の、段階ごとの日付と、終わる前に達していた段。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { ShownStatus } from "#app/domain/workflow/statuses.ts";
import type { ReviewRecord } from "#app/usecases/review/open-record.server.ts";

export const recordStage = (record: ReviewRecord) => ({
  dates: stageDates(record),
  reached: reachedBeforeEnd(record),
});

/** 各段に達した日。 */
function stageDates({
  application,
  events,
  certification,
}: ReviewRecord): Partial<Record<ShownStatus, string>> {
  const dayOf = (...types: readonly string[]): CivilDate | undefined => {
    const event = events.findLast(({ type }) => types.includes(type));
    return event === undefined ? undefined : tokyoDay(event.at);
  };
  const started = events.find(({ type }) =>
    ["application.assigned.v1", "application.proposed.v1"].includes(type),
  );
  const days: Readonly<Partial<Record<ShownStatus, CivilDate | null | undefined>>> = {
    submitted: application.filedAt === null ? null : tokyoDay(application.filedAt),
    accepted: application.acceptedOn as CivilDate | null,
    underReview: started === undefined ? null : tokyoDay(started.at),
    returned: dayOf("application.returned.v1"),
    certified: certification === null ? null : (certification.certifiedOn as CivilDate),
    declined: dayOf("application.declined.v1"),
    revoked: dayOf("application.certificateRevoked.v1"),
    withdrawn: dayOf("application.withdrawn.v1"),
  };
  return Object.fromEntries(
    Object.entries(days).flatMap(([status, day]) =>
      day === null || day === undefined ? [] : [[status, formatJapaneseDate(day)]],
    ),
  );
}

/** 取り下げる前に達していた段。 */
function reachedBeforeEnd({ application, events }: ReviewRecord): "submitted" | "accepted" | "underReview" {
  if (events.some(({ type }) => type === "application.assigned.v1" || type === "application.proposed.v1"))
    return "underReview";
  return application.acceptedOn === null ? "submitted" : "accepted";
}
