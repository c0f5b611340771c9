/** 模擬 Provider を二つ載せた実際のサーバーと、それに向けた本人確認の口。 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { demoApplicants, demoStaff } from "#app/adapters/identity/embedded/demo-accounts.ts";
import { createEmbeddedProvider } from "#app/adapters/identity/embedded/embedded-provider.server.ts";
import type { IdentityProvider, LoginAttempt } from "#app/adapters/identity/identity-port.ts";
import {
  createOpenIdIdentity,
  gbizidScopes,
  staffScopes,
  type OpenIdIdentityOptions,
} from "#app/adapters/identity/openid-identity.server.ts";
import type { FormBrowser, Page } from "./form-browser.ts";

/** 実際の時刻を返す時計。Provider の ID トークンが実際の時刻で作られるため。 */
export const clock = { now: () => new Date().toISOString() };

export interface EmbeddedPortal {
  readonly origin: string;
  readonly callback: string;
  readonly applicant: IdentityProvider;
  readonly staff: IdentityProvider;
  readonly applicantOptions: OpenIdIdentityOptions;
  readonly close: () => Promise<void>;
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

export const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

export async function startEmbeddedPortal(): Promise<EmbeddedPortal> {
  const app = express();
  const server = createServer(app);
  const origin = await listen(server);
  const callback = `${origin}/auth/callback`;
  const credentials = { clientId: "keieiryoku-portal", clientSecret: "s-e_c.r~e t+%:" };
  const gbizid = `${origin}/demo-idp/gbizid/oauth/`;
  const staff = `${origin}/demo-idp/staff/`;
  const shared = { ...credentials, clock, allowed: true, redirectUris: [callback] } as const;
  const embedded = await Promise.all([
    createEmbeddedProvider({ ...shared, kind: "gbizid", issuer: gbizid, accounts: demoApplicants }),
    createEmbeddedProvider({ ...shared, kind: "staff", issuer: staff, accounts: demoStaff }),
  ]);
  for (const provider of embedded) app.use(provider.handle);
  app.use(express.urlencoded({ extended: false }));
  app.get("/elsewhere", (_request, response) => void response.send("ポータルの画面"));
  const common = {
    ...credentials,
    clock,
    redirectUri: "/auth/callback",
    publicOrigin: origin,
    timeoutMs: 5_000,
    allowInsecure: true,
  };
  const applicantOptions: OpenIdIdentityOptions = {
    ...common,
    kind: "applicant",
    issuer: gbizid,
    scopes: gbizidScopes,
  };
  return {
    origin,
    callback,
    applicantOptions,
    applicant: createOpenIdIdentity(applicantOptions),
    staff: createOpenIdIdentity({ ...common, kind: "staff", issuer: staff, scopes: staffScopes }),
    close: () => closeServer(server),
  };
}

export interface StartedLogin {
  readonly browser: FormBrowser;
  readonly attempt: LoginAttempt;
  readonly page: Page;
}

/** ログインを始め、Provider の最初の画面まで進む。 */
export async function startLogin(
  identity: IdentityProvider,
  browser: FormBrowser,
  options: { readonly prompt?: "login"; readonly loginHint?: string } = {},
): Promise<StartedLogin> {
  const begun = await identity.begin({ returnTo: "/c/7990001000001", ...options });
  if (!begun.ok) throw new Error(`begin was refused: ${begun.error.kind}`);
  return { browser, attempt: begun.value.attempt, page: await browser.open(begun.value.redirectTo) };
}
