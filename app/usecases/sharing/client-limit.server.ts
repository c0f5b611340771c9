/** 連携先ごとの回数。残りを毎回知らせる（RateLimit-* のヘッダー）。 */
import { takeFromBucket } from "#db/repositories/request-buckets.ts";
import type { UseCaseContext } from "../context.ts";

/** 一分に受ける回数。 */
const CLIENT_LIMIT = { times: 300, seconds: 60 };

export type ClientTurn = {
  readonly allowed: boolean;
  readonly retryAfter: number;
  readonly headers: Readonly<Record<string, string>>;
};

export async function takeClientTurn(context: UseCaseContext, clientId: string): Promise<ClientTurn> {
  const now = context.clock.now();
  const taken = await takeFromBucket(context.database, `api:${clientId}`, now, CLIENT_LIMIT);
  const elapsed = taken.allowed ? (Date.parse(now) - Date.parse(taken.bucket.windowStart)) / 1_000 : 0;
  const reset = taken.allowed ? Math.ceil(CLIENT_LIMIT.seconds - elapsed) : taken.retryAfter;
  return {
    allowed: taken.allowed,
    retryAfter: reset,
    headers: {
      "RateLimit-Limit": String(CLIENT_LIMIT.times),
      "RateLimit-Remaining": String(taken.allowed ? CLIENT_LIMIT.times - taken.bucket.used : 0),
      "RateLimit-Reset": String(reset),
    },
  };
}
