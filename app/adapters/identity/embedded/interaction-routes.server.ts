/**
 * 模擬 Provider のログイン画面の道筋。表示、ログイン、続ける、別のアカウント、やめる、の五つで、
 * どれもログイン一回分のクッキーと URL の番号が合うときだけ働く。
 */
import express, { type NextFunction, type Request, type Response, type Router } from "express";
import type Provider from "oidc-provider";
import { errors } from "oidc-provider";
import type { DemoAccount } from "./demo-account.ts";
import { renderLoginPage, type EmbeddedProviderKind } from "./login-page.ts";
import { loginPageStyle } from "./login-page-style.ts";

interface InteractionInput {
  readonly kind: EmbeddedProviderKind;
  readonly provider: Provider;
  readonly mountPath: string;
  readonly accounts: readonly DemoAccount[];
  /** 時計。認証時刻（auth_time）になる。 */
  readonly clock: { now(): string };
  /** この画面に付ける応答ヘッダー。 */
  readonly pageHeaders: Readonly<Record<string, string>>;
  readonly renderError: (error: string) => string;
}

type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

const formText = (request: Request, field: string) => {
  const value: unknown = (request.body as Readonly<Record<string, unknown>> | undefined)?.[field];
  return typeof value === "string" ? value : "";
};

/** Provider が断った理由は案内の画面にし、ほかの例外は Express に渡す。 */
const refuseWith =
  (renderError: InteractionInput["renderError"], response: Response, next: NextFunction) =>
  (error: unknown): void => {
    if (error instanceof errors.OIDCProviderError) {
      response.status(error.statusCode).type("html").send(renderError(error.error));
    } else {
      next(error);
    }
  };

/** 認証のし直しを求める要求か。 */
const asksLogin = ({ params: { prompt } }: Interaction) =>
  typeof prompt === "string" && prompt.split(" ").includes("login");

/** 道筋を作る。Provider 自身の道筋より前に置く。 */
export function createInteractionRoutes(input: InteractionInput): Router {
  const { provider, accounts, mountPath } = input;
  const router = express.Router();

  const handled =
    (handle: (request: Request, response: Response, interaction: Interaction) => Promise<void>) =>
    (request: Request, response: Response, next: NextFunction): void => {
      response.set(input.pageHeaders);
      const answer = async () => {
        const interaction = await provider.interactionDetails(request, response);
        if (interaction.uid !== request.params["uid"])
          throw new errors.SessionNotFound("interaction mismatch");
        await handle(request, response, interaction);
      };
      answer().catch(refuseWith(input.renderError, response, next));
    };

  const show = (response: Response, interaction: Interaction, attempt?: { readonly loginId: string }) => {
    const { login_hint: hint } = interaction.params;
    const accountId = interaction.session?.accountId;
    response
      .status(attempt === undefined ? 200 : 422)
      .type("html")
      .send(
        renderLoginPage({
          kind: input.kind,
          stylesheet: `${mountPath}/login.css`,
          interactionPath: `${mountPath}/interaction/${interaction.uid}`,
          accounts,
          current: accounts.find(({ subject }) => subject === accountId) ?? null,
          reauthenticate: asksLogin(interaction),
          loginId: attempt?.loginId ?? (typeof hint === "string" ? hint : ""),
          failed: attempt !== undefined,
        }),
      );
  };

  /** Provider のログインを終える。ログイン一回分の控えは残り、同じ画面から続けられる。 */
  const endSession = async (interaction: Interaction) => {
    const uid = interaction.session?.uid;
    const session = uid === undefined ? undefined : await provider.Session.findByUid(uid);
    if (session !== undefined) {
      session.accountId = undefined;
      session.loginTs = undefined;
      session.authorizations = undefined;
      await session.persist();
    }
    interaction.session = undefined;
    await interaction.persist();
  };

  router.get("/login.css", (_request, response) => {
    response.set("Cache-Control", "public, max-age=3600").type("css").send(loginPageStyle);
  });

  router.get(
    "/interaction/:uid",
    handled(async (_request, response, interaction) => show(response, interaction)),
  );

  router.post(
    "/interaction/:uid/login",
    handled(async (request, response, interaction) => {
      const chosen = formText(request, "account");
      const loginId = formText(request, "loginId").trim();
      const password = formText(request, "password");
      const account = accounts.find((candidate) =>
        chosen === ""
          ? candidate.loginId === loginId && candidate.password === password
          : candidate.loginId === chosen,
      );
      if (account === undefined) {
        show(response, interaction, { loginId });
        return;
      }
      // 前の人のログインを残したまま人が替わると、Provider は JavaScript の要る中継画面を挟む。
      if (interaction.session !== undefined && interaction.session.accountId !== account.subject) {
        await endSession(interaction);
      }
      const ts = Math.floor(Date.parse(input.clock.now()) / 1000);
      await provider.interactionFinished(request, response, { login: { accountId: account.subject, ts } });
    }),
  );

  router.post(
    "/interaction/:uid/continue",
    handled(async (request, response, interaction) => {
      const uid = interaction.session?.uid;
      const session = uid === undefined ? undefined : await provider.Session.findByUid(uid);
      if (session?.accountId === undefined || session.loginTs === undefined || asksLogin(interaction)) {
        show(response, interaction);
        return;
      }
      const login = { accountId: session.accountId, ts: session.loginTs };
      await provider.interactionFinished(request, response, { login });
    }),
  );

  router.post(
    "/interaction/:uid/logout",
    handled(async (_request, response, interaction) => {
      await endSession(interaction);
      response.redirect(303, `${mountPath}/interaction/${interaction.uid}`);
    }),
  );

  router.post(
    "/interaction/:uid/cancel",
    handled(async (request, response) => {
      const result = { error: "access_denied", error_description: "the user cancelled the login" };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }),
  );

  return router;
}
