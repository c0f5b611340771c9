/**
 * 開発とデモのための、同じプロセスに載せる OpenID Provider。本番では、明示してデモとして動かす場合のほか使ってはならない。
 * このファイルは設定されたときにだけ動的に読み込む。外への通信はせず、鍵は起動のたびに作る。
 */
import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import express, { type RequestHandler } from "express";
import Provider from "oidc-provider";
import type { DemoAccount } from "./demo-account.ts";
import { createInteractionRoutes } from "./interaction-routes.server.ts";
import { renderErrorPage, type EmbeddedProviderKind } from "./login-page.ts";
import { providerConfiguration } from "./provider-configuration.server.ts";

export interface EmbeddedProviderOptions {
  /** 使ってよいと組み立て役が判断した印。 */
  readonly allowed: true;
  readonly kind: EmbeddedProviderKind;
  /** 発行者。道筋を持ち、末尾は斜線（例 http://localhost:3000/demo-idp/gbizid/oauth/）。 */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly accounts: readonly DemoAccount[];
  /** 時計。UTC の ISO 文字列を返す。 */
  readonly clock: { now(): string };
}

export interface EmbeddedProvider {
  /** 発行者の道筋（末尾の斜線なし）。 */
  readonly mountPath: string;
  /** 道筋の外の要求は次へ渡す。どの本文解析よりも前に置く。 */
  readonly handle: RequestHandler;
}

const generateRsaKey = promisify(generateKeyPair);

async function signingKeys() {
  const { privateKey } = await generateRsaKey("rsa", { modulusLength: 2048 });
  return { keys: [{ ...privateKey.export({ format: "jwk" }), kty: "RSA", use: "sig", alg: "RS256" }] };
}

function pageHeadersFor(redirectUris: readonly string[]): Readonly<Record<string, string>> {
  const returnTargets = [...new Set(redirectUris.map((uri) => new URL(uri).origin))].join(" ");
  return {
    "Cache-Control": "no-store",
    "Content-Security-Policy": `default-src 'none'; style-src 'self'; form-action 'self' ${returnTargets}; base-uri 'none'; frame-ancestors 'none'`,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
}

/** GビズID は、クライアント認証の失敗を標準の invalid_client ではなく unauthorized と答える。 */
function answerUnauthorizedLikeGbizid(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    const body: unknown = ctx.body;
    if (ctx.path !== "/token" || ctx.status !== 401 || typeof body !== "object" || body === null) return;
    if ((body as { error?: unknown }).error !== "invalid_client") return;
    ctx.body = { ...body, error: "unauthorized" };
    ctx.remove("WWW-Authenticate");
  });
}

/**
 * 模擬 Provider を作る。
 * @returns 載せる道筋と、Express の受け手
 * @throws 発行者に道筋が無いか末尾が斜線でないとき、クライアントの登録内容が正しくないとき
 */
export async function createEmbeddedProvider(options: EmbeddedProviderOptions): Promise<EmbeddedProvider> {
  const issuer = new URL(options.issuer);
  if (issuer.pathname === "/" || !issuer.pathname.endsWith("/")) {
    throw new Error("the issuer of an embedded provider needs a path with a trailing slash");
  }
  const mountPath = issuer.pathname.slice(0, -1);
  const { kind } = options;
  const home = new URL("/", options.redirectUris[0] ?? issuer).href;
  const renderError = (error: string) =>
    renderErrorPage({ kind, stylesheet: `${mountPath}/login.css`, error, home });
  const pageHeaders = pageHeadersFor(options.redirectUris);
  const provider = new Provider(
    options.issuer,
    providerConfiguration({
      ...options,
      mountPath,
      jwks: await signingKeys(),
      secureCookies: issuer.protocol === "https:",
      renderError,
    }),
  );
  // 登録の誤りは最初のログインまで現れないので、起動のうちに確かめる。
  await provider.Client.find(options.clientId);
  provider.proxy = true;
  if (kind === "gbizid") answerUnauthorizedLikeGbizid(provider);

  const routes = express.Router();
  routes.use("/interaction", express.urlencoded({ extended: false, limit: "8kb" }));
  routes.use(createInteractionRoutes({ ...options, provider, mountPath, pageHeaders, renderError }));
  const answerProtocol = provider.callback();
  routes.use((request, response) => {
    response.set(pageHeaders);
    void answerProtocol(request, response);
  });

  const mounted = express.Router();
  mounted.use(mountPath, (request, _response, next) => {
    // Provider は要求の host から URL を作る。中継の有無によらず、発行者の名乗りと同じにする。
    request.headers.host = issuer.host;
    request.headers["x-forwarded-host"] = issuer.host;
    request.headers["x-forwarded-proto"] = issuer.protocol.slice(0, -1);
    next();
  });
  mounted.use(mountPath, routes);
  return { mountPath, handle: mounted };
}
