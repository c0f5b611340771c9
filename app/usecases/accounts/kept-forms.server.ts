/** ログインし直す間、送られた欄を預かる。受け取れるのは、預けたブラウザで、同じ人がログインしたときだけ。 */
import { randomBytes } from "node:crypto";
import type { Action } from "#app/domain/access/actions.ts";
import { keptFormById, type KeptFormRow, sessionByHash } from "#db/queries/accounts.ts";
import { keepFormRow } from "#db/repositories/sessions.ts";
import type { UseCaseContext } from "../context.ts";
import { later, sessionHash } from "./sign-in.server.ts";

const KEPT_MINUTES = 60;
/** 預かる文字の上限。どの画面の欄の合計よりも大きい。 */
const KEPT_LIMIT = 200_000;

export type FormToKeep = {
  /** 送り先の道筋（問合せを含む）。 */
  readonly path: string;
  readonly action: Action;
  readonly kind: "applicant" | "staff";
  readonly fields: readonly (readonly [string, string])[];
  /** ブラウザのクッキーの値。まだ無ければ null。 */
  readonly browser: string | null;
  /** セッションのクッキーの値。切れていても、行が残っていれば誰のものか分かる。 */
  readonly session: string;
};

/** @returns 預かった番号と、ブラウザのクッキーに入れる値。大きすぎて預かれなければ null */
export async function keepForm(
  context: UseCaseContext,
  form: FormToKeep,
): Promise<{ readonly id: string; readonly browser: string } | null> {
  if (JSON.stringify(form.fields).length > KEPT_LIMIT) return null;
  const id = context.newId();
  const browser = form.browser ?? randomBytes(32).toString("base64url");
  const { path, action, kind, fields } = form;
  await keepFormRow(context.database, {
    id,
    browserHash: sessionHash(browser),
    accountId: (await sessionByHash(context.database, sessionHash(form.session)))?.accountId ?? null,
    kind,
    path,
    action,
    fields,
    expiresAt: later(context.clock.now(), KEPT_MINUTES),
  });
  return { id, browser };
}

export type KeptForm = Pick<KeptFormRow, "kind" | "path" | "action" | "fields"> & {
  /** 預けた人と、いまログインしている人が違う。欄は空にして渡す。 */
  readonly another: boolean;
};

/** @returns 預かった欄。無い、期限が切れた、又はこのブラウザのものでなければ null */
export async function openKeptForm(
  context: UseCaseContext,
  id: string,
  browser: string | null,
): Promise<KeptForm | null> {
  const row = await keptFormById(context.database, id);
  if (row === undefined || browser === null || row.browserHash !== sessionHash(browser)) return null;
  if (row.expiresAt <= context.clock.now()) return null;
  const { actor } = context;
  const signedIn = actor.kind === "applicant" || actor.kind === "staff";
  const another =
    signedIn && (actor.kind !== row.kind || (row.accountId !== null && row.accountId !== actor.accountId));
  const { kind, path, action, fields } = row;
  return { kind, path, action, fields: another || !signedIn ? [] : fields, another };
}
