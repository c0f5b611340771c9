/** クッキーの値から行為者を決める。役割は毎回読み直すので、外した役割はすぐ効かなくなる。 */
import type { Actor, StaffAssignment } from "#app/domain/access/actor.ts";
import { mandateOf } from "#app/domain/access/mandate.ts";
import { isStaffRole } from "#app/domain/access/roles.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { Clock } from "#app/adapters/clock/clock-port.ts";
import type { Database } from "#db/client.ts";
import { accountById, assignmentsOf, companyByKey, sessionByHash } from "#db/queries/accounts.ts";
import { standingInFor } from "#db/queries/substitutions.ts";
import { touchSession } from "#db/repositories/sessions.ts";
import { later, SESSION_IDLE_MINUTES, sessionHash } from "./sign-in.server.ts";

/** いつまで使えるか。 */
export type SessionLimits = { readonly idleUntil: string; readonly absoluteUntil: string };

export type ResolvedSession = {
  readonly actor: Actor;
  readonly companyName: string | null;
  readonly limits: SessionLimits | null;
};

const visitor: ResolvedSession = { actor: { kind: "visitor" }, companyName: null, limits: null };

/** 最後に使った時刻を書き直すまでの間（ミリ秒）。毎回の読み取りを書込みにしない。 */
const TOUCH_EVERY = 60_000;

/**
 * @param background 画面がひとりでに行う問合せか。人が使っていないのに、切れるまでの時間を延ばさない
 */
export async function resolveSession(
  tools: {
    readonly database: Database;
    readonly clock: Clock;
    readonly identity: { readonly applicant: { readonly clientId: string } };
  },
  token: string | null,
  background = false,
): Promise<ResolvedSession> {
  if (token === null) return visitor;
  const tokenHash = sessionHash(token);
  const session = await sessionByHash(tools.database, tokenHash);
  const now = tools.clock.now();
  if (session === undefined || session.idleUntil <= now || session.absoluteUntil <= now) return visitor;
  const account = await accountById(tools.database, session.accountId);
  if (account === undefined || !account.active) return visitor;
  const touched = !background && Date.parse(now) - Date.parse(session.lastSeenAt) > TOUCH_EVERY;
  const idleUntil = touched ? later(now, SESSION_IDLE_MINUTES) : session.idleUntil;
  if (touched) await touchSession(tools.database, tokenHash, now, idleUntil);
  const limits = { idleUntil, absoluteUntil: session.absoluteUntil };

  const shared = {
    accountId: account.id,
    displayName: account.displayName,
    authenticatedAt: session.authenticatedAt,
  };
  if (account.kind === "applicant") {
    if (account.companyKey === null || account.accountType === null) return visitor;
    const company = await companyByKey(tools.database, account.companyKey);
    return {
      actor: {
        kind: "applicant",
        ...shared,
        companyKey: account.companyKey,
        accountType: account.accountType,
        mandate: mandateOf(
          account.accountType,
          account.claims["mandate_info"],
          tools.identity.applicant.clientId,
        ),
      },
      companyName: company?.name ?? null,
      limits,
    };
  }
  const assignments = await assignmentsOn(tools.database, account.id, tokyoDay(now));
  return { actor: { kind: "staff", ...shared, assignments }, companyName: null, limits };
}

/** その日に効いている、職員の役割と、任されている代決。 */
export const assignmentsOn = async (
  database: Database,
  accountId: string,
  day: CivilDate,
): Promise<readonly StaffAssignment[]> => [
  ...(await staffAssignmentsOf(database, accountId)),
  ...(await substituteAssignments(database, accountId, day)),
];

/** 今日、任されている代決。毎回読み直すので、決めた時も終えた時もすぐ効く。 */
async function substituteAssignments(
  database: Database,
  accountId: string,
  today: CivilDate,
): Promise<readonly StaffAssignment[]> {
  const rows = await standingInFor(database, accountId, today);
  return rows.map(({ officeCode, managerId, managerName }) => ({
    role: "substitute",
    officeCode,
    ministry: null,
    standsInFor: { id: managerId, name: managerName },
  }));
}

/** 職員の今の役割。知らない役割は読まない。 */
async function staffAssignmentsOf(
  database: Database,
  accountId: string,
): Promise<readonly StaffAssignment[]> {
  const rows = await assignmentsOf(database, accountId);
  return rows.flatMap(({ role, officeCode, ministry }) =>
    isStaffRole(role)
      ? [
          {
            role,
            officeCode: officeCode === "" ? null : officeCode,
            ministry: ministry === "" ? null : ministry,
          },
        ]
      : [],
  );
}
