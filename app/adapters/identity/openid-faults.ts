/**
 * openid-client の例外を `IdentityFault` に分ける。例外の文面には相手の言葉や値が混じるので、
 * ここを通した後に残るのは、決まった語と HTTP の状態番号だけである。
 */
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import type { FaultDetail, IdentityFault, IdentityStage } from "./identity-port.ts";

/** 相手から使える応答が得られなかった。再試行で直りうる失敗だけに使う。 */
export class ProviderUnreachable extends Error {
  readonly reason: "timeout" | "network" | "serverError" | "tooLarge";
  readonly httpStatus: number | undefined;

  constructor(reason: ProviderUnreachable["reason"], httpStatus?: number) {
    super(`the provider is unreachable: ${reason}`);
    this.name = "ProviderUnreachable";
    this.reason = reason;
    this.httpStatus = httpStatus;
  }
}

type PlainFaultKind = Exclude<IdentityFault["kind"], "claimsIncomplete" | "claimsInvalid">;

interface Evidence {
  readonly stage: IdentityStage;
  readonly reason: string;
  readonly oauthError?: string | undefined;
  readonly httpStatus?: number | undefined;
}

/** 失敗を一つ組み立てる。相手の error は短い語だけを残す。 */
export function identityFault(kind: PlainFaultKind, evidence: Evidence): IdentityFault {
  const { stage, reason, oauthError, httpStatus } = evidence;
  const detail: FaultDetail = {
    stage,
    reason,
    ...(oauthError === undefined
      ? {}
      : { oauthError: /^[a-z_]{1,40}$/.test(oauthError) ? oauthError : "unrecognised" }),
    ...(httpStatus === undefined ? {} : { httpStatus }),
  };
  return { kind, detail };
}

const temporaryErrors = new Set(["server_error", "temporarily_unavailable"]);

function redirectedError(error: string): IdentityFault {
  const evidence = { stage: "authorization", reason: "redirectError", oauthError: error } as const;
  if (error === "access_denied") return identityFault("accessDenied", evidence);
  if (temporaryErrors.has(error)) return identityFault("providerDown", evidence);
  return identityFault("configuration", evidence);
}

function endpointError(stage: IdentityStage, error: string | undefined, httpStatus: number): IdentityFault {
  const evidence = { stage, reason: "errorResponse", oauthError: error, httpStatus };
  if (stage === "userinfo") return identityFault("userInfoRefused", evidence);
  if (stage === "token" && error === "invalid_grant") return identityFault("codeExpired", evidence);
  return identityFault("configuration", evidence);
}

/** discovery に書かれた口が使えない。openid-client はこれを包まずに投げることがある。 */
const metadataFaults = new Set([
  "ERR_INVALID_URL",
  "OAUTH_HTTP_REQUEST_FORBIDDEN",
  "OAUTH_REQUEST_PROTOCOL_FORBIDDEN",
  "OAUTH_MISSING_SERVER_METADATA",
  "OAUTH_INVALID_SERVER_METADATA",
]);

function rejectedSubject(error: ClientError): boolean {
  const cause: unknown = error.cause instanceof Error ? error.cause.cause : error.cause;
  return (
    typeof cause === "object" && cause !== null && (cause as { attribute?: unknown }).attribute === "sub"
  );
}

function clientError(stage: IdentityStage, error: ClientError): IdentityFault {
  if (error.cause instanceof Response) {
    const { status } = error.cause;
    const evidence = { stage, reason: "unexpectedStatus", httpStatus: status };
    if (status === 200)
      return identityFault("providerDown", { ...evidence, reason: "unexpectedContentType" });
    if (stage === "userinfo" && (status === 401 || status === 403)) {
      return identityFault("userInfoRefused", evidence);
    }
    return identityFault("configuration", evidence);
  }
  if (metadataFaults.has(error.code ?? "")) {
    return identityFault("configuration", { stage, reason: "serverMetadata" });
  }
  switch (error.code ?? "") {
    case "OAUTH_TIMEOUT":
    case "OAUTH_ABORT":
      return identityFault("providerDown", { stage, reason: "timeout" });
    case "OAUTH_PARSE_ERROR":
    case "OAUTH_RESPONSE_IS_NOT_JSON":
      return identityFault("providerDown", { stage, reason: "unreadableBody" });
    case "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED":
      if (stage === "discovery") return identityFault("configuration", { stage, reason: "issuerMismatch" });
      return rejectedSubject(error)
        ? identityFault("subjectMismatch", { stage, reason: "sub" })
        : identityFault("tokenInvalid", { stage, reason: "attribute" });
    case "OAUTH_JWT_TIMESTAMP_CHECK_FAILED":
      return identityFault("tokenInvalid", { stage, reason: "timestamp" });
    case "OAUTH_JWT_CLAIM_COMPARISON_FAILED":
      return identityFault("tokenInvalid", { stage, reason: "claim" });
    case "OAUTH_KEY_SELECTION_FAILED":
      return identityFault("tokenInvalid", { stage, reason: "signingKey" });
    default:
      return identityFault(stage === "discovery" ? "configuration" : "tokenInvalid", {
        stage,
        reason: "invalidResponse",
      });
  }
}

/**
 * 例外を失敗に分ける。
 * @param stage どの段で起きたか
 * @param error openid-client またはその fetch が投げた値
 * @returns 分けた失敗。openid-client と通信に由来しない例外は null（呼ぶ側が投げ直す）
 */
export function classifyOpenidError(stage: IdentityStage, error: unknown): IdentityFault | null {
  if (error instanceof AuthorizationResponseError) return redirectedError(error.error);
  if (error instanceof ResponseBodyError) return endpointError(stage, error.error, error.status);
  if (error instanceof WWWAuthenticateChallengeError) {
    return endpointError(stage, error.cause[0]?.parameters.error, error.status);
  }
  const unreachable =
    error instanceof ProviderUnreachable ? error : error instanceof ClientError ? error.cause : null;
  if (unreachable instanceof ProviderUnreachable) {
    const { reason, httpStatus } = unreachable;
    return identityFault("providerDown", { stage, reason, httpStatus });
  }
  if (error instanceof ClientError) return clientError(stage, error);
  const code = error instanceof Error ? (error as { readonly code?: unknown }).code : undefined;
  return typeof code === "string" && metadataFaults.has(code)
    ? identityFault("configuration", { stage, reason: "serverMetadata" })
    : null;
}
