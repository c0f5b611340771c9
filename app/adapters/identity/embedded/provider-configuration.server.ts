/**
 * 模擬 Provider の設定。GビズID と職員用で違うのは scope と属性だけで、GビズID が標準と異なる振る舞い
 * （知らない scope を invalid_scope で断る、コードの寿命 5 分、ID トークンに個人の属性を入れない）を再現する。
 */
import { randomBytes } from "node:crypto";
import { errors, interactionPolicy, type Configuration, type JWKS } from "oidc-provider";
import type { DemoAccount } from "./demo-account.ts";
import type { EmbeddedProviderKind } from "./login-page.ts";
import { createMemoryAdapter } from "./memory-adapter.ts";

interface ConfigurationInput {
  readonly kind: EmbeddedProviderKind;
  readonly mountPath: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly accounts: readonly DemoAccount[];
  readonly jwks: JWKS;
  readonly secureCookies: boolean;
  readonly clock: { now(): string };
  readonly renderError: (error: string) => string;
}

const claimsByScope: Readonly<Record<EmbeddedProviderKind, Record<string, readonly string[]>>> = {
  gbizid: {
    openid: ["sub"],
    profile: [
      "account_type",
      "corp_type",
      "parent_id",
      "corporate_number",
      "name",
      "en_name",
      "prefecture_name",
      "address1",
      "address2",
      "rep_last_nm",
      "rep_first_nm",
      "rep_last_nm_kana",
      "rep_first_nm_kana",
      "birthday_ymd",
    ],
    user: [
      "user_last_nm",
      "user_first_nm",
      "user_last_nm_kana",
      "user_first_nm_kana",
      "user_post_code",
      "user_prefecture_name",
      "user_address1",
      "user_address2",
      "user_address3",
      "user_department",
      "user_tel_no_contact",
      "user_birthday_ymd",
    ],
    email: ["email", "user_email"],
    mandate: ["mandate_info"],
  },
  staff: { openid: ["sub"], profile: ["name"], email: ["email"], groups: ["groups"] },
};

const hours = (count: number) => count * 60 * 60;

/**
 * 既定の方針に、Provider のログインが残っていても一度は画面を見せる検査を加える。
 * これが無いと、一度ログインした後は別のデモ用アカウントを選べない。
 */
function policyShowingLoginPage(): interactionPolicy.Prompt[] {
  const policy = interactionPolicy.base();
  policy
    .get("login")
    ?.checks.add(
      new interactionPolicy.Check(
        "account_choice",
        "the demonstration asks which account to use",
        (ctx) => ctx.oidc.session?.accountId !== undefined && ctx.oidc.result?.login === undefined,
      ),
    );
  return policy;
}

/** oidc-provider に渡す設定を組み立てる。 */
export function providerConfiguration(input: ConfigurationInput): Configuration {
  const { kind, mountPath } = input;
  const claims = claimsByScope[kind];
  const scopes = Object.keys(claims);
  const cookie = { httpOnly: true, sameSite: "lax", secure: input.secureCookies } as const;
  return {
    adapter: createMemoryAdapter(input.clock),
    clients: [
      {
        client_id: input.clientId,
        client_secret: input.clientSecret,
        redirect_uris: [...input.redirectUris],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "client_secret_basic",
        id_token_signed_response_alg: "RS256",
        require_auth_time: true,
      },
    ],
    jwks: input.jwks,
    scopes,
    claims: Object.fromEntries(Object.entries(claims).map(([scope, names]) => [scope, [...names]])),
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_basic"],
    pkce: { required: () => false },
    routes: { authorization: "/authorize", token: "/token", userinfo: "/userinfo", jwks: "/keys" },
    cookies: {
      names: {
        session: `demo_${kind}_session`,
        interaction: `demo_${kind}_interaction`,
        resume: `demo_${kind}_resume`,
      },
      keys: [randomBytes(32).toString("base64url")],
      long: { ...cookie, path: mountPath },
      // 道筋を決めずにおくと、ログイン一回分の道筋に限られ、二つの画面を同時に開いても混ざらない。
      short: cookie,
    },
    ttl: {
      AccessToken: hours(1),
      AuthorizationCode: 5 * 60,
      IdToken: hours(1),
      Interaction: 30 * 60,
      Session: hours(8),
      Grant: hours(8),
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    extraParams: {
      // この検査は要求ごとに、戻り先を確かめた後で必ず呼ばれる。ctx.oidc.params では知らない scope は既に落とされている。
      unknown_scope_check: (ctx) => {
        const requested = String(ctx.query["scope"] ?? "").split(" ");
        const unknown = requested.find((scope) => scope !== "" && !scopes.includes(scope));
        if (unknown !== undefined) throw new errors.InvalidScope("requested scope is not allowed", unknown);
      },
    },
    interactions: {
      policy: policyShowingLoginPage(),
      url: (_ctx, interaction) => `${mountPath}/interaction/${interaction.uid}`,
    },
    findAccount: (_ctx, subject) => {
      const account = input.accounts.find((candidate) => candidate.subject === subject);
      if (account === undefined) return undefined;
      return { accountId: subject, claims: () => ({ ...account.userInfo, sub: subject }) };
    },
    loadExistingGrant: async (ctx) => {
      const { client, account, params, provider } = ctx.oidc;
      if (client === undefined || account === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      grant.addOIDCScope(typeof params?.["scope"] === "string" ? params["scope"] : "");
      await grant.save();
      return grant;
    },
    clientBasedCORS: () => false,
    renderError: (ctx, out) => {
      ctx.type = "html";
      ctx.body = input.renderError(out.error);
    },
  };
}
