/** 連携先に、短い間だけ使える札を渡す（OAuth 2.0 の client credentials、RFC 6749 4.4）。 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { addressBlock } from "#app/domain/access/request-limit.ts";
import { refuse, ok, type Result } from "#app/domain/result.ts";
import { isSharingScope, type SharingScope } from "#app/domain/sharing/scopes.ts";
import { type ApiClientRow, apiClientById } from "#db/queries/sharing.ts";
import { keepToken } from "#db/repositories/api-clients.ts";
import { takeFromBucket } from "#db/repositories/request-buckets.ts";
import type { UseCaseContext } from "../context.ts";

/** 札の使える秒数。 */
export const TOKEN_SECONDS = 600;
/** 一つの送り元が求められる回数。合言葉の総当たりを抑える。 */
const TOKEN_LIMIT = { times: 60, seconds: 600 };

export type TokenRefusal = "invalid_client" | "invalid_scope" | "unsupported_grant_type" | "slow_down";

export type IssuedToken = { readonly token: string; readonly scopes: readonly SharingScope[] };

export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** 使える連携先か。二人目の管理者が確かめていて、止められていない。 */
export const isLive = (client: ApiClientRow): boolean =>
  client.confirmedAt !== null && client.disabledAt === null;

/**
 * @param input.scope 求める項目のまとまり（空白区切り）。空なら許された全部
 * @param input.address 送り元の IP アドレス
 */
export async function issueToken(
  context: UseCaseContext,
  input: {
    readonly grantType: string;
    readonly clientId: string;
    readonly secret: string;
    readonly scope: string;
    readonly address: string;
  },
): Promise<Result<IssuedToken, TokenRefusal>> {
  const now = context.clock.now();
  const bucket = `apiToken:${secretHash(addressBlock(input.address))}`;
  if (!(await takeFromBucket(context.database, bucket, now, TOKEN_LIMIT)).allowed) return refuse("slow_down");
  const client = await apiClientById(context.database, input.clientId);
  // 連携先の有無が、かかった時間から分からないよう、無くても比べる。
  const matches = sameHash(client?.secretHash ?? secretHash(""), secretHash(input.secret));
  if (client === undefined || !matches || !isLive(client)) return refuse("invalid_client");
  if (input.grantType !== "client_credentials") return refuse("unsupported_grant_type");
  const asked = input.scope.split(" ").filter((word) => word !== "");
  const scopes = asked.length === 0 ? client.scopes : asked.filter(isSharingScope);
  if (scopes.length < asked.length || scopes.some((scope) => !client.scopes.includes(scope)))
    return refuse("invalid_scope");
  const token = randomBytes(32).toString("base64url");
  await keepToken(
    context.database,
    {
      tokenHash: secretHash(token),
      clientId: client.id,
      scopes,
      expiresAt: new Date(Date.parse(now) + TOKEN_SECONDS * 1_000).toISOString(),
    },
    now,
  );
  return ok({ token, scopes });
}

const sameHash = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(one), Buffer.from(other));
