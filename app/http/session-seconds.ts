/** ログインが切れるまでの秒数。使わないまま切れる時と、使っていても切れる時の早い方。 */
import type { SessionLimits } from "#app/usecases/accounts/resolve-session.server.ts";

/** @param now 今の瞬間。UTC の ISO 文字列 */
export const secondsLeft = (limits: SessionLimits | null, now: string): number =>
  limits === null
    ? 0
    : Math.max(
        0,
        Math.round(
          (Math.min(Date.parse(limits.idleUntil), Date.parse(limits.absoluteUntil)) - Date.parse(now)) / 1000,
        ),
      );
