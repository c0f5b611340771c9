/**
 * OpenID Connect によるログイン（認可コード、PKCE S256、state、nonce）。openid-client の薄い殻で、
 * 申請者の GビズID と職員の Provider の両方に使う。トークンは `complete` の中だけにあり、保存も記録もしない。
 */
import * as openid from "openid-client";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readApplicantClaims } from "./gbizid-claims.ts";
import type {
  IdentityFault,
  IdentityProvider,
  IdentityStage,
  IssuerKind,
  LoginAttempt,
  VerifiedIdentity,
} from "./identity-port.ts";
import { classifyOpenidError, identityFault, ProviderUnreachable } from "./openid-faults.ts";
import { createReachability } from "./reachability.server.ts";
import { readStaffClaims } from "./staff-claims.ts";

/** GビズID に求める scope。省くと許された全部が渡されるため、必ず明示する。 */
export const gbizidScopes = "openid profile user email mandate";

/** 職員の Provider に求める scope。 */
export const staffScopes = "openid profile email groups";

export interface OpenIdIdentityOptions {
  readonly kind: IssuerKind;
  /** 発行者。文字どおり比べるので、末尾の斜線まで Provider の名乗りと同じにする。 */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** 戻り先。公開 URL からの道筋でも、公開 URL と同じ場所の絶対 URL でもよい。 */
  readonly redirectUri: string;
  /** 空白区切りの scope。openid を含むこと。 */
  readonly scopes: string;
  /** 利用者から見たこの画面の URL（例 https://portal.example.jp）。 */
  readonly publicOrigin: string;
  /** 一回の通信を待つ上限（ミリ秒）。 */
  readonly timeoutMs: number;
  /** 平文の http を許す。発行者がこの機械自身（localhost など）のときだけ効く。 */
  readonly allowInsecure?: boolean;
  /** 時計。UTC の ISO 文字列を返す。 */
  readonly clock: { now(): string };
}

const discoveryLifeMs = 24 * 60 * 60 * 1000;
const attemptLifeMs = 10 * 60 * 1000;
const clockSkewMs = 60 * 1000;
/** 相手の応答一つの本文の上限。正しい応答は、証明書つきの鍵の一覧でも十分の一に届かない。 */
const bodyLimitBytes = 256 * 1024;
const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

function checkedRedirectUri(options: OpenIdIdentityOptions): URL {
  const origin = new URL(options.publicOrigin).origin;
  const redirectUri = new URL(options.redirectUri, origin);
  if (redirectUri.origin !== origin) throw new Error("redirectUri must be on publicOrigin");
  if (!options.scopes.split(" ").includes("openid")) throw new Error("scopes must contain openid");
  return redirectUri;
}

function insecureAllowed(options: OpenIdIdentityOptions): boolean {
  const issuer = new URL(options.issuer);
  if (issuer.protocol === "https:") return false;
  if (options.allowInsecure === true && loopbackHosts.has(issuer.hostname)) return true;
  throw new Error("the issuer must be https, or loopback with allowInsecure");
}

/** 本文を終わりまで読む。上限を超えたら、そこで読むのをやめる。 */
async function bodyWithin(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > bodyLimitBytes) {
      await reader?.cancel();
      throw new ProviderUnreachable("tooLarge", response.status);
    }
    pieces.push(read.value);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** 一回の通信。本文まで読み終えるのを timeoutMs（ミリ秒）だけ待つ。 */
const fetchWithin =
  (timeoutMs: number): openid.CustomFetch =>
  async (url, { body, ...init }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, { ...init, ...(body ? { body } : {}), signal } as RequestInit);
      if (response.status >= 500 || response.status === 429) {
        await response.body?.cancel();
        throw new ProviderUnreachable("serverError", response.status);
      }
      const { status, headers } = response;
      const whole = await bodyWithin(response);
      return new Response(status === 204 || status === 304 ? null : whole, { status, headers });
    } catch (error) {
      if (error instanceof ProviderUnreachable) throw error;
      throw new ProviderUnreachable(signal.aborted ? "timeout" : "network");
    }
  };

/** `work` を行い、Provider に由来する例外を失敗に替える。ほかの例外は不具合なのでそのまま投げる。 */
async function attemptStage<T>(
  stage: IdentityStage,
  work: () => Promise<T>,
): Promise<Result<T, IdentityFault>> {
  try {
    return ok(await work());
  } catch (error) {
    const fault = classifyOpenidError(stage, error);
    if (fault === null) throw error;
    return refuse(fault);
  }
}

/** 24 時間ごとに引き直す discovery。失敗は覚えない。同時の呼び出しは一度の通信を分け合う。 */
function cachedDiscovery(options: OpenIdIdentityOptions) {
  const insecure = insecureAllowed(options);
  let cached: { readonly config: Promise<openid.Configuration>; readonly staleAt: number } | null = null;
  return async (): Promise<openid.Configuration> => {
    const now = Date.parse(options.clock.now());
    if (cached !== null && now < cached.staleAt) return cached.config;
    const config = openid.discovery(
      new URL(options.issuer),
      options.clientId,
      { id_token_signed_response_alg: "RS256" },
      openid.ClientSecretBasic(options.clientSecret),
      {
        [openid.customFetch]: fetchWithin(options.timeoutMs),
        timeout: Math.ceil(options.timeoutMs / 1000),
        execute: [openid.enableNonRepudiationChecks, ...(insecure ? [openid.allowInsecureRequests] : [])],
      },
    );
    const entry = { config, staleAt: now + discoveryLifeMs };
    cached = entry;
    config.catch(() => {
      if (cached === entry) cached = null;
    });
    return config;
  };
}

function checkAttempt(
  kind: IssuerKind,
  attempt: LoginAttempt,
  query: URLSearchParams,
  now: string,
): IdentityFault | null {
  const mismatch = (reason: string) => identityFault("stateMismatch", { stage: "authorization", reason });
  if (attempt.issuerKind !== kind) return mismatch("issuerKind");
  const age = Date.parse(now) - Date.parse(attempt.startedAt);
  if (!(age <= attemptLifeMs)) return mismatch("expired");
  const states = query.getAll("state");
  if (states.length !== 1) return mismatch(states.length === 0 ? "missing" : "repeated");
  return states[0] === attempt.state ? null : mismatch("different");
}

const instantOf = (epochSeconds: number) => new Date(epochSeconds * 1000).toISOString();

/**
 * OpenID Provider 一つ分のログインを作る。通信は最初に使うときまで行わない。
 * @throws 設定がそれ自体で誤っているとき（平文の外部発行者、公開 URL の外の戻り先、openid の無い scope）
 */
export function createOpenIdIdentity(options: OpenIdIdentityOptions): IdentityProvider {
  const { kind, issuer, clock } = options;
  const redirectUri = checkedRedirectUri(options);
  const discover = cachedDiscovery(options);

  const reachability = createReachability(
    new URL(".well-known/openid-configuration", `${issuer.replace(/\/$/u, "")}/`).href,
    clock,
  );
  const noticing = <T>(result: Result<T, IdentityFault>): Result<T, IdentityFault> => {
    if (!result.ok && result.error.kind === "providerDown") reachability.noticed(false);
    return result;
  };

  const begin: IdentityProvider["begin"] = async ({ returnTo, prompt, loginHint }) => {
    const config = await attemptStage("discovery", discover);
    if (!config.ok) return config;
    const attempt: LoginAttempt = {
      issuerKind: kind,
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      codeVerifier: openid.randomPKCECodeVerifier(),
      returnTo,
      startedAt: clock.now(),
      reauthenticate: prompt === "login",
    };
    const codeChallenge = await openid.calculatePKCECodeChallenge(attempt.codeVerifier);
    const authorizationUrl = await attemptStage("discovery", async () =>
      openid.buildAuthorizationUrl(config.value, {
        response_type: "code",
        redirect_uri: redirectUri.href,
        scope: options.scopes,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: codeChallenge,
        code_challenge_method: "S256",
        ...(prompt === undefined ? {} : { prompt }),
        ...(loginHint === undefined ? {} : { login_hint: loginHint }),
      }),
    );
    return authorizationUrl.ok ? ok({ redirectTo: authorizationUrl.value.href, attempt }) : authorizationUrl;
  };

  const complete: IdentityProvider["complete"] = async ({ callbackUrl, attempt }) => {
    const unusable = checkAttempt(kind, attempt, callbackUrl.searchParams, clock.now());
    if (unusable !== null) return refuse(unusable);
    const config = await attemptStage("discovery", discover);
    if (!config.ok) return config;
    // 受けた要求の host は中継で変わるため、場所は設定から組み直し、問合せ文字列だけを使う。
    const currentUrl = new URL(redirectUri);
    currentUrl.search = callbackUrl.search;
    const tokens = await attemptStage("token", () =>
      openid.authorizationCodeGrant(config.value, currentUrl, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.codeVerifier,
        idTokenExpected: true,
      }),
    );
    if (!tokens.ok) return tokens;
    const idToken = tokens.value.claims();
    if (idToken === undefined) {
      return refuse(identityFault("tokenInvalid", { stage: "token", reason: "idTokenMissing" }));
    }
    if (attempt.reauthenticate) {
      const earliest = Date.parse(attempt.startedAt) - clockSkewMs;
      if (idToken.auth_time === undefined || idToken.auth_time * 1000 < earliest) {
        return refuse(identityFault("tokenInvalid", { stage: "token", reason: "authTime" }));
      }
    }
    const userInfo = await attemptStage("userinfo", () =>
      openid.fetchUserInfo(config.value, tokens.value.access_token, idToken.sub),
    );
    if (!userInfo.ok) return userInfo;
    const claims =
      kind === "applicant" ? readApplicantClaims(userInfo.value) : readStaffClaims(userInfo.value);
    if (!claims.ok) return claims;
    return ok({
      issuer,
      subject: idToken.sub,
      authenticatedAt: instantOf(idToken.auth_time ?? idToken.iat),
      claims: claims.value,
    } satisfies VerifiedIdentity);
  };

  return {
    issuer,
    clientId: options.clientId,
    reachable: () => reachability.ask(),
    begin: async (input) => noticing(await begin(input)),
    complete: async (input) => noticing(await complete(input)),
  };
}
