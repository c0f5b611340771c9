/** その人を待っているもの。まとめのメール、見出しの数、「待っているもの」の画面が同じ数え方をする。 */
import { officesOf, type StaffActor } from "#app/domain/access/actor.ts";
import type { StaffRole } from "#app/domain/access/roles.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { addBusinessDays } from "#app/domain/calendar/business-days.ts";
import type { AwaitingCounts } from "#app/domain/notification/digest.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";
import { SOON_BUSINESS_DAYS } from "#app/domain/worklist/due-day.ts";
import {
  type Awaited,
  awaitingOpen,
  awaitingTotal,
  bouncedFor,
  companyAwaitingTotal,
  unreadFor,
} from "#db/queries/awaiting.ts";
import { waitingConsultations } from "#db/queries/consultations.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/** 一覧にして出す、申請の数。 */
const SHOWN = 50;

export type AwaitingHeading = ReturnType<typeof unreadFor>[number];

export type AwaitingView = {
  readonly counts: AwaitingCounts;
  /** まだ読んでいない連絡のある申請。{@link SHOWN} 件まで。 */
  readonly unread: readonly AwaitingHeading[];
  /** 申請者へのメールが届かずに戻った申請。同じ件数まで。 */
  readonly bounced: readonly AwaitingHeading[];
};

const officesAs = ({ assignments }: StaffActor, ...roles: readonly StaffRole[]): readonly string[] =>
  assignments.flatMap(({ role, officeCode }) =>
    roles.includes(role) && officeCode !== null ? [officeCode] : [],
  );

function awaitedBy(context: UseCaseContext, actor: StaffActor): Awaited {
  const day = today(context);
  const { rulebook } = currentRulebook(context);
  return {
    accountId: actor.accountId,
    today: day,
    soon: addBusinessDays(day, SOON_BUSINESS_DAYS, holidaysOf(rulebook)),
    reviewing: officesAs(actor, "reviewer"),
    deciding: officesAs(actor, "officeManager", "substitute"),
  };
}

/** 職員を待っているものの件数と、未読の連絡。 */
export function awaitingOf(context: UseCaseContext, actor: StaffActor): AwaitingView {
  const awaited = awaitedBy(context, actor);
  const open = awaitingOpen(context.database, awaited);
  const unread = unreadFor(context.database, awaited);
  const bounced = bouncedFor(context.database, awaited);
  const { arrived = 0, assigned = 0, answered = 0, proposals = 0, overdue = 0, dueSoon = 0 } = open ?? {};
  return {
    counts: {
      arrived,
      assigned,
      answered,
      proposals,
      overdue,
      dueSoon,
      consultations: waitingConsultations(context.database, officesOf(actor)),
      unread: unread.length,
      bounced: bounced.length,
    },
    unread: unread.slice(0, SHOWN),
    bounced: bounced.slice(0, SHOWN),
  };
}

/** @returns 局の役割のない人は forbidden */
export function readAwaiting(context: UseCaseContext): Result<AwaitingView, Refusal> {
  const { actor } = context;
  if (actor.kind !== "staff" || !mayDo(actor, "review.awaiting").allowed)
    return refuse({ kind: "forbidden", action: "review.awaiting", reason: "role" });
  return ok(awaitingOf(context, actor));
}

/**
 * 見出しに出す、その人を待っている申請の数。待つもののない立場では null。
 * @param cap 数える上限。どの画面でも数えるので、見出しに示す数より多くは数えない
 */
export function awaitingBadge(context: UseCaseContext, cap: number): number | null {
  const { actor, database } = context;
  if (actor.kind === "applicant") return companyAwaitingTotal(database, actor.companyKey);
  if (actor.kind !== "staff" || !mayDo(actor, "review.awaiting").allowed) return null;
  return awaitingTotal(database, awaitedBy(context, actor), cap);
}
