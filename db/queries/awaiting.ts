/** 人を待っているものの読み出し。どれも索引で、終わっていない申請と未読だけをたどる。 */
import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { Connection, Database } from "../client.ts";
import {
  applicationEvents,
  applicationListings,
  applications,
  consultationResults,
  consultations,
  mailBounces,
  outbox,
  unreadThreads,
} from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";
import { waiting as waitingForAnswer } from "./consultations.ts";

/** 誰を、いつ待っているか。 */
export type Awaited = {
  readonly accountId: string;
  /** 今日と、目安の日が「近い」とする最後の日。 */
  readonly today: CivilDate;
  readonly soon: CivilDate;
  /** 審査担当として見る局。 */
  readonly reviewing: readonly string[];
  /** 決裁者として見る局。 */
  readonly deciding: readonly string[];
};

const t = applicationListings;
const reviewing = sql`${t.officeCode} in (select value from json_each(${sql.placeholder("reviewing")}))`;
const deciding = sql`${t.officeCode} in (select value from json_each(${sql.placeholder("deciding")}))`;
const own = eq(t.assigneeId, sql.placeholder("accountId"));
const unproposed = and(inArray(t.status, ["accepted", "underReview"]), eq(t.proposal, ""));
/** その人に関わる、終わっていない申請の条件。 */
const waits = {
  arrived: and(reviewing, eq(t.status, "submitted"), eq(t.returns, 0)),
  assigned: and(own, unproposed),
  answered: and(
    gt(t.returns, 0),
    or(
      and(reviewing, eq(t.status, "submitted")),
      and(unproposed, or(own, and(reviewing, eq(t.assigneeId, "")))),
    ),
  ),
  // 自分の起案は、自分では決められない。
  proposals: and(
    deciding,
    eq(t.status, "underReview"),
    ne(t.proposal, ""),
    sql`(select json_extract(${applications.proposal}, '$.proposedBy') from ${applications} where ${applications.id} = ${t.applicationId}) <> ${sql.placeholder("accountId")}`,
  ),
} as const;
/** 担当の申請と、決裁する局の申請。 */
const minds = and(ne(t.dueOn, ""), or(own, deciding));
const due = {
  overdue: and(minds, lt(t.dueOn, sql.placeholder("today"))),
  dueSoon: and(minds, gte(t.dueOn, sql.placeholder("today")), lte(t.dueOn, sql.placeholder("soon"))),
} as const;
const open = and(
  sql`${t.officeCode} in (select value from json_each(${sql.placeholder("offices")}))`,
  inArray(t.status, ["submitted", "accepted", "underReview"]),
);
/** 読むのは、自分が担当の申請と、担当の決まっていない局の申請。 */
const reads = or(own, and(reviewing, eq(t.assigneeId, "")));

const parametersOf = ({ reviewing: offices, deciding: decided, ...awaited }: Awaited) => ({
  ...awaited,
  reviewing: JSON.stringify(offices),
  deciding: JSON.stringify(decided),
  offices: JSON.stringify([...new Set([...offices, ...decided])]),
});

const openCounts = preparedOnce((reader: Connection) =>
  reader
    .select({
      arrived: sql<number>`coalesce(sum(${waits.arrived}), 0)`,
      assigned: sql<number>`coalesce(sum(${waits.assigned}), 0)`,
      answered: sql<number>`coalesce(sum(${waits.answered}), 0)`,
      proposals: sql<number>`coalesce(sum(${waits.proposals}), 0)`,
      overdue: sql<number>`coalesce(sum(${due.overdue}), 0)`,
      dueSoon: sql<number>`coalesce(sum(${due.dueSoon}), 0)`,
    })
    .from(t)
    .where(open)
    .prepare(),
);

/** 終わっていない申請の、待ち方ごとの件数。一つの申請がいくつもの待ち方に入り得る。 */
export const awaitingOpen = ({ reader }: Database, awaited: Awaited) =>
  openCounts(reader).get(parametersOf(awaited));

const distinctCount = preparedOnce((reader: Connection) => {
  const waiting = reader
    .select({ id: t.applicationId })
    .from(t)
    .where(and(open, or(waits.arrived, waits.assigned, waits.answered, waits.proposals)));
  const unread = reader
    .select({ id: t.applicationId })
    .from(unreadThreads)
    .innerJoin(t, eq(t.applicationId, unreadThreads.applicationId))
    .where(and(eq(unreadThreads.side, "office"), reads));
  const bounced = reader
    .select({ id: t.applicationId })
    .from(mailBounces)
    .innerJoin(t, eq(t.applicationId, mailBounces.applicationId))
    .where(and(isNull(mailBounces.confirmedAt), eq(mailBounces.side, "applicant"), reads));
  const asked = reader
    .select({ id: consultations.applicationId })
    .from(consultations)
    .innerJoin(applications, eq(applications.id, consultations.applicationId))
    .leftJoin(consultationResults, eq(consultationResults.consultationId, consultations.id))
    .where(
      and(
        sql`${consultations.officeCode} in (select value from json_each(${sql.placeholder("offices")}))`,
        waitingForAnswer(),
      ),
    );
  const all = waiting.union(unread).union(bounced).union(asked).as("waiting");
  return reader
    .select({ total: sql<number>`count(*)` })
    .from(all)
    .prepare();
});

const firstWaiting = preparedOnce((reader: Connection) =>
  reader
    .select({ id: t.applicationId })
    .from(t)
    .where(and(open, or(waits.arrived, waits.assigned, waits.answered, waits.proposals)))
    .limit(sql.placeholder("cap"))
    .prepare(),
);

/**
 * その人を待っている申請の数。同じ申請は一度だけ数える。
 * @param cap 数える上限。待つものの多い局で、全部の行をたどらない
 */
export function awaitingTotal({ reader }: Database, awaited: Awaited, cap: number): number {
  const parameters = parametersOf(awaited);
  const first = firstWaiting(reader).all({ ...parameters, cap });
  return first.length >= cap ? cap : Math.min(cap, distinctCount(reader).get(parameters)?.total ?? 0);
}

/** 一覧の一行に要るだけ。 */
const heading = {
  applicationId: t.applicationId,
  receiptNumber: t.receiptNumber,
  companyName: t.companyName,
} as const;

const unreadOffice = preparedOnce((reader: Connection) =>
  reader
    .select(heading)
    .from(unreadThreads)
    .innerJoin(t, eq(t.applicationId, unreadThreads.applicationId))
    .where(and(eq(unreadThreads.side, "office"), reads))
    .orderBy(asc(t.number))
    .prepare(),
);

const bouncedOffice = preparedOnce((reader: Connection) =>
  reader
    .selectDistinct(heading)
    .from(mailBounces)
    .innerJoin(t, eq(t.applicationId, mailBounces.applicationId))
    .where(and(isNull(mailBounces.confirmedAt), eq(mailBounces.side, "applicant"), reads))
    .prepare(),
);

/** 申請者へのメールが届かずに戻り、まだ手当てしていない申請。 */
export const bouncedFor = ({ reader }: Database, awaited: Awaited) =>
  bouncedOffice(reader).all(parametersOf(awaited));

/** まだ読んでいない連絡のある申請。届いた順。 */
export const unreadFor = ({ reader }: Database, awaited: Awaited) =>
  unreadOffice(reader).all(parametersOf(awaited));

const companyWaiting = preparedOnce((reader: Connection) => {
  const returned = reader
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(eq(applications.companyKey, sql.placeholder("companyKey")), eq(applications.status, "returned")),
    );
  const unread = reader
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(
      unreadThreads,
      and(eq(unreadThreads.side, "applicant"), eq(unreadThreads.applicationId, applications.id)),
    )
    .where(eq(applications.companyKey, sql.placeholder("companyKey")));
  return reader
    .select({ total: sql<number>`count(*)` })
    .from(returned.union(unread).as("waiting"))
    .prepare();
});

/** 会社を待っている申請（差戻し、未読の連絡）の数。 */
export const companyAwaitingTotal = ({ reader }: Database, companyKey: string): number =>
  companyWaiting(reader).get({ companyKey })?.total ?? 0;

/** 会社の申請の、まだ読んでいない連絡のある申請。 */
export const companyUnread = ({ reader }: Database, companyKey: string): readonly string[] =>
  reader
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(
      unreadThreads,
      and(eq(unreadThreads.side, "applicant"), eq(unreadThreads.applicationId, applications.id)),
    )
    .where(eq(applications.companyKey, companyKey))
    .all()
    .map(({ id }) => id);

/** 会社の申請の、from より後、to までの出来事。古い順。 */
export const companyEvents = (
  { reader }: Database,
  companyKey: string,
  { from, to }: { readonly from: string; readonly to: string },
) =>
  reader
    .select({ applicationId: applications.id, type: applicationEvents.type })
    .from(applications)
    .innerJoin(applicationEvents, eq(applicationEvents.applicationId, applications.id))
    .where(
      and(
        eq(applications.companyKey, companyKey),
        gt(applicationEvents.at, from),
        lte(applicationEvents.at, to),
      ),
    )
    .orderBy(asc(applicationEvents.at))
    .all();

/** day より前に、まとめを出した最後の日。無ければ null。 */
export const lastDigestBefore = ({ reader }: Database, day: string): string | null =>
  reader
    .select({ key: outbox.key })
    .from(outbox)
    .where(and(eq(outbox.topic, "planDigests"), lt(outbox.key, day)))
    .orderBy(desc(outbox.key))
    .limit(1)
    .get()?.key ?? null;
