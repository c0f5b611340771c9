/**
 * 連携の口の入口。札（Bearer）から連携先を引き、許された項目のまとまりと回数を見てから通す。
 * クッキーは読まない。記録ごとの権限は、人の画面と同じくユースケースが見る。
 */
import type { AppLoadContext } from "@remix-run/node";
import type { Action } from "#app/domain/access/actions.ts";
import type { ApiClientActor } from "#app/domain/access/actor.ts";
import type { SharingScope } from "#app/domain/sharing/scopes.ts";
import { takeClientTurn } from "#app/usecases/sharing/client-limit.server.ts";
import type { Refusal } from "#app/usecases/refusals.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import type { ToolBox } from "#app/usecases/tools.ts";
import { resolveClient } from "#app/usecases/sharing/resolve-client.server.ts";
import { contextFor, type GuardedHandler } from "./guard.server.ts";
import { problemResponse } from "./problem.server.ts";

type RouteArguments = {
  readonly request: Request;
  readonly params: { readonly [name: string]: string | undefined };
  readonly context: AppLoadContext;
};

export type ApiGuarded = {
  readonly request: Request;
  readonly url: URL;
  readonly param: (name: string) => string;
  readonly actor: ApiClientActor;
  readonly useCase: UseCaseContext;
  readonly tools: ToolBox;
};

/**
 * @param scope 要る項目のまとまり
 * @returns Response を返す loader。断りも Response で返す
 */
export function apiGuarded(
  scope: SharingScope,
  action: Action,
  handle: (guarded: ApiGuarded) => Promise<Response>,
): GuardedHandler<Response> {
  const run = async ({ request, params, context }: RouteArguments): Promise<Response> => {
    const { tools, requestId } = context;
    const token = /^Bearer ([\w-]{20,200})$/u.exec(request.headers.get("Authorization") ?? "")?.[1];
    const actor = token === undefined ? null : await resolveClient(tools, token);
    if (actor === null) return unauthorised();
    if (!actor.scopes.includes(scope)) return insufficient(scope);
    const useCase = contextFor(tools, actor, requestId);
    const taken = await takeClientTurn(useCase, actor.clientId);
    if (!taken.allowed)
      return problemResponse(
        {
          status: 429,
          title: "回数の上限を超えました",
          detail: `${taken.retryAfter}秒後にやり直してください。`,
        },
        { "Retry-After": String(taken.retryAfter), ...taken.headers },
      );
    const response = await handle({
      request,
      url: new URL(request.url),
      param: (name) => params[name] ?? "",
      actor,
      useCase,
      tools,
    });
    for (const [name, value] of Object.entries(taken.headers)) response.headers.set(name, value);
    response.headers.set("Cache-Control", "no-store");
    return response;
  };
  return Object.assign(run, { access: { area: "api" as const, action } });
}

const unauthorised = (): Response =>
  problemResponse(
    {
      status: 401,
      title: "認証が必要です",
      detail: "使える札（アクセストークン）を Authorization: Bearer で送ってください。",
    },
    { "WWW-Authenticate": "Bearer" },
  );

const insufficient = (scope: string): Response =>
  problemResponse(
    { status: 403, title: "許されていない項目です", detail: `この口には ${scope} の許しが要ります。` },
    { "WWW-Authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
  );

/** ユースケースの断りを答えにする。あるかどうかを明かさない物は 404。 */
export function apiRefusal(refusal: Refusal): Response {
  if (refusal.kind === "notFound")
    return problemResponse({
      status: 404,
      title: "見つかりません",
      detail: "番号が違うか、提供の同意がありません。",
    });
  return problemResponse({ status: 403, title: "できません", detail: "この操作は許されていません。" });
}
