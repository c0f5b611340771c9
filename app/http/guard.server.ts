/**
 * ルートの入口。どの loader / action も、行う操作（Action）を名乗ってからでないと動かない。
 * 役割はここで、記録ごとの権限はユースケースで見る。断ったことは監査に残す。
 */
import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Action } from "#app/domain/access/actions.ts";
import type { Actor, ApplicantActor, StaffActor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { movedCompanyPath } from "#app/usecases/accounts/moved-company.server.ts";
import { recordRefusal } from "#app/usecases/accounts/record-refusal.server.ts";
import {
  type ResolvedSession,
  resolveSession,
  type SessionLimits,
} from "#app/usecases/accounts/resolve-session.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import type { ToolBox } from "#app/usecases/tools.ts";
import { forbidden, notFound, signedOut } from "./responses.server.ts";
import { readCookie } from "./session-cookie.server.ts";
import { demandFreshLogin } from "./step-up.server.ts";

export type Area = "public" | "applicant" | "staff" | "api";

/** ルートが名乗るもの。 */
export type Access = { readonly area: Area; readonly action: Action };

type RouteArguments = {
  readonly request: Request;
  readonly params: { readonly [name: string]: string | undefined };
  readonly context: AppLoadContext;
};

export type Guarded<A extends Actor> = {
  readonly request: Request;
  readonly url: URL;
  /** 道筋の中の値。無い名前は空文字。 */
  readonly param: (name: string) => string;
  readonly actor: A;
  readonly companyName: string | null;
  /** いまのログインがいつまで使えるか。ログインしていなければ null。 */
  readonly limits: SessionLimits | null;
  readonly useCase: UseCaseContext;
  readonly tools: ToolBox;
  /** 送り元の IP アドレス。 */
  readonly clientAddress: string;
  readonly requestId: string;
};

type ActorOf<R extends Area> = R extends "applicant"
  ? ApplicantActor
  : R extends "staff"
    ? StaffActor
    : Actor;

/** 名乗った操作を持つ loader / action。test がこの印を数える。 */
export type GuardedHandler<T> = ((args: RouteArguments) => Promise<T>) & { readonly access: Access };

export type GuardOptions = {
  /** 画面の script が読む道筋。ログインが切れていたら、ログインの画面へ移さず 401 の JSON で答える。 */
  readonly answer?: "json";
  /** 画面がひとりでに行う問合せ。ログインの時間を延ばさない。 */
  readonly background?: true;
};

/**
 * @param area 入口。applicant は :company が自社であることも確かめる
 * @param action 行う操作
 */
export function guarded<R extends Area, T>(
  area: R,
  action: Action,
  handle: (guarded: Guarded<ActorOf<R>>) => Promise<T>,
  options: GuardOptions = {},
): GuardedHandler<T> {
  const run = async ({ request, params, context }: RouteArguments): Promise<T> => {
    const { tools, requestId } = context;
    const { actor, companyName, limits } = await sessionOf({ request, params, context }, options.background);
    const useCase = contextFor(tools, actor, requestId);
    if (actor.kind === "visitor" && options.answer === "json" && area !== "public") throw signedOut();
    const demandFresh = () =>
      demandFreshLogin({ request, actor, tools, useCase }, action, area === "staff" ? "staff" : "applicant");
    // 切れたログインで送られた欄も、ログインの画面へ移る前に預かる。
    if (actor.kind === "visitor") await demandFresh();
    await enter(area, action, actor, request, params["company"], useCase);
    await demandFresh();
    return handle({
      request,
      url: new URL(request.url),
      param: (name) => params[name] ?? "",
      // enter() が入口に合わない行為者を通さない。
      actor: actor as ActorOf<R>,
      companyName,
      limits,
      useCase,
      tools,
      clientAddress: context.clientAddress,
      requestId,
    });
  };
  return Object.assign(run, { access: { area, action } });
}

/** 一つの要求の中で読んだログイン。 */
const sessionsRead = new WeakMap<AppLoadContext, Promise<ResolvedSession>>();

/**
 * 外枠の loader と画面の loader は、ログインを一度だけ読む。
 * action は役割やログインを変えるので、action が読んだ物を、続く loader に使わせない。
 */
function sessionOf({ request, context }: RouteArguments, background?: true): Promise<ResolvedSession> {
  const known = sessionsRead.get(context);
  if (known !== undefined) return known;
  const { tools } = context;
  const read = resolveSession(tools, readCookie(request, tools.origin, "session"), background);
  if (request.method === "GET") sessionsRead.set(context, read);
  return read;
}

export const contextFor = (tools: ToolBox, actor: Actor, requestId: string): UseCaseContext => ({
  database: tools.database,
  rulebooks: tools.rulebooks,
  editionWork: tools.editionWork,
  clock: tools.clock,
  newId: tools.newId,
  origin: tools.origin,
  scanRule: tools.scanRule,
  staffAccess: tools.staffAccess,
  actor,
  requestId,
});

async function enter(
  area: Area,
  action: Action,
  actor: Actor,
  request: Request,
  company: string | undefined,
  useCase: UseCaseContext,
): Promise<void> {
  const decision = mayDo(actor, action, company === undefined ? undefined : { companyKey: company });
  if (decision.allowed) return;
  if (decision.reason === "unauthenticated") throw redirect(loginPath(area, request));
  const moved = movedPath(company, request, useCase);
  if (decision.reason === "notYours" && moved !== null) throw redirect(moved);
  await recordRefusal(useCase, { action, reason: decision.reason, path: new URL(request.url).pathname });
  if (decision.reason === "notYours") throw notFound();
  throw forbidden(decision.reason);
}

/** 番号の変わった会社の前のアドレスを、いまのアドレスにする。送信は移さない。 */
const movedPath = (company: string | undefined, request: Request, useCase: UseCaseContext): string | null => {
  const { pathname, search } = new URL(request.url);
  if (company === undefined || request.method !== "GET" || pathname.endsWith(".data")) return null;
  const path = movedCompanyPath(useCase, company, pathname);
  return path === null ? null : `${path}${search}`;
};

/** ログインの後に元の画面へ戻る。送信（POST）だったときは、その画面を開き直す。 */
function loginPath(area: Area, request: Request): string {
  const url = new URL(request.url);
  const back = `${url.pathname.replace(/\.data$/u, "")}${url.search}`;
  const page = area === "staff" ? "/login/staff" : "/login";
  return `${page}?returnTo=${encodeURIComponent(back)}`;
}
