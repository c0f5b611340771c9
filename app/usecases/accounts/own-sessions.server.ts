/** 自分のログインを見て、終える。ほかの人のログインは見えず、終えられない。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { liveSessions } from "#db/queries/accounts.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { sessionHash } from "./sign-in.server.ts";

export type OwnSession = {
  /** 画面で一つを指す語。クッキーの値は分からない。 */
  readonly key: string;
  /** 端末のおおよその種類。分からなければ空文字。 */
  readonly device: string;
  /** ログインした時刻と、最後に使った時刻（UTC の ISO 文字列）。 */
  readonly startedAt: string;
  readonly lastSeenAt: string;
  /** いま使っているログインか。 */
  readonly current: boolean;
};

const keyOf = (tokenHash: string): string => tokenHash.slice(0, 16);

const ownRows = async (context: UseCaseContext) => {
  const { id } = actorStamp(context.actor);
  return liveSessions(context.database, id, context.clock.now());
};

/**
 * @param token いまのクッキーの値
 * @returns 生きている自分のログイン。いまの物を先頭に、新しく使った順
 */
export async function ownSessions(context: UseCaseContext, token: string): Promise<readonly OwnSession[]> {
  const now = sessionHash(token);
  const rows = await ownRows(context);
  return rows
    .map(({ tokenHash, device, createdAt, lastSeenAt }) => ({
      key: keyOf(tokenHash),
      device,
      startedAt: createdAt,
      lastSeenAt,
      current: tokenHash === now,
    }))
    .toSorted((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt));
}

/**
 * 一つ、又は全部のログインを終える。次の要求から使えない。
 *
 * @param key 終えるログイン。`all` なら、いまの物も含めて全部
 * @returns 終えた数。もう無い、又は自分の物でなければ notFound
 */
export async function endOwnSessions(context: UseCaseContext, key: string): Promise<Result<number, Refusal>> {
  const rows = await ownRows(context);
  const ending = key === "all" ? rows : rows.filter(({ tokenHash }) => keyOf(tokenHash) === key);
  if (ending.length === 0) return refuse({ kind: "notFound" });
  const actor = actorStamp(context.actor);
  await applyWritePlan(context.database, {
    actor,
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      endedSessions: ending.map(({ tokenHash }) => tokenHash),
      audit: [
        {
          action: key === "all" ? "session.endAll" : "session.end",
          subjectKind: "account",
          subjectId: actor.id,
          details: { count: ending.length, devices: ending.map(({ device }) => device) },
        },
      ],
    }),
  });
  return ok(ending.length);
}
