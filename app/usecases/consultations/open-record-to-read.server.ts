/** 審査の記録を、同意又は意見を求められた局の人にも開く。その人には、計画、添付、求めのほかは渡さない。 */
import { officesOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { ApplicationEvent } from "#app/domain/workflow/events.ts";
import { accessRecordOf } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadReadable } from "../review/apply-command.server.ts";
import { recordOf, type ReviewRecord } from "../review/open-record.server.ts";

/** @returns 求められていない局の申請は notFound */
export async function openRecordToRead(
  context: UseCaseContext,
  applicationId: string,
): Promise<Result<ReviewRecord, Refusal>> {
  const loaded = await loadReadable(context, applicationId);
  if (!loaded.ok) return loaded;
  const record = await recordOf(context, loaded.value);
  return ok(
    mayDo(context.actor, "review.view", accessRecordOf(record.application)).allowed
      ? record
      : forConsulted(context, record),
  );
}

/** 求められた局の人が知る出来事。起案、担当、差戻しなど審査の内側は知らない。 */
const toldEvents: ReadonlySet<string> = new Set<ApplicationEvent["type"]>([
  "application.filed.v1",
  "application.accepted.v1",
  "application.transferred.v1",
  "application.withdrawn.v1",
  "application.certified.v1",
  "application.declined.v1",
]);

function forConsulted(context: UseCaseContext, record: ReviewRecord): ReviewRecord {
  const offices = context.actor.kind === "staff" ? officesOf(context.actor) : [];
  const consultations = record.consultations.filter(
    ({ kind, office }) => kind === "consent" || offices.includes(office.code),
  );
  const own = consultations.filter(({ office }) => offices.includes(office.code));
  const others = consultations.filter(({ office }) => !offices.includes(office.code));
  const told = new Set(consultations.map(({ id }) => id));
  return {
    ...record,
    application: { ...record.application, proposal: null },
    comments: [],
    versions: [],
    notes: [],
    events: record.events.flatMap((event) => {
      const consultation = event.data["consultation"];
      if (typeof consultation === "string") return told.has(consultation) ? [event] : [];
      // 理由の文は、審査する局の中のもの。
      return toldEvents.has(event.type)
        ? [{ ...event, data: { ...event.data, reason: "", ground: "" } }]
        : [];
    }),
    mails: [],
    unreadMessages: 0,
    certification: null,
    planId: null,
    declineNotice: null,
    // 自分の局への求めを先に示す。
    consultations: [...own, ...others],
    consulted: true,
  };
}
