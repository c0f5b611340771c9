/** 連携先の登録。登録した人とは別の管理者が確かめるまで使えない。合言葉は登録の時に一度だけ見せる。 */
import { randomBytes } from "node:crypto";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { isSharingScope, type SharingScope } from "#app/domain/sharing/scopes.ts";
import {
  type ApiClientRow,
  apiClientById,
  apiClientList,
  lastChange,
  sharedPage,
} from "#db/queries/sharing.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { NOTIFY_CLIENT } from "#db/repositories/keep-sharing.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { secretHash } from "./issue-token.server.ts";

export type ClientList = {
  readonly clients: readonly Omit<ApiClientRow, "secretHash" | "webhookSecret">[];
  /** いちばん新しい変化の番号。届いた番号との差が遅れ。 */
  readonly lastChange: number;
};

export async function listClients(context: UseCaseContext): Promise<Result<ClientList, Refusal>> {
  const allowed = authorise(context, "api.manage", {});
  if (!allowed.ok) return allowed;
  const rows = await apiClientList(context.database);
  return ok({
    clients: rows.map(({ secretHash: _hash, webhookSecret: _secret, ...client }) => client),
    lastChange: await lastChange(context.database),
  });
}

export type NewClient = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly webhookUrl: string;
  readonly intentKey: string;
};
/** 一度だけ見せる値。 */
export type ClientSecrets = {
  readonly clientId: string;
  readonly secret: string;
  readonly webhookSecret: string;
};

export async function registerClient(
  context: UseCaseContext,
  input: NewClient,
): Promise<Result<ClientSecrets | null, Refusal>> {
  const allowed = authorise(context, "api.manage", {});
  if (!allowed.ok) return allowed;
  const scopes = input.scopes.filter(isSharingScope);
  const errors = faultsOf(input, scopes);
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const secrets = {
    clientId: context.newId(),
    secret: randomBytes(32).toString("base64url"),
    webhookSecret: randomBytes(32).toString("base64"),
  };
  const outcome = await written(
    context,
    `register:${input.intentKey}`,
    secrets.clientId,
    { scopes },
    (at) => ({
      newApiClients: [
        {
          id: secrets.clientId,
          name: input.name.trim(),
          secretHash: secretHash(secrets.secret),
          scopes,
          webhookUrl: input.webhookUrl.trim(),
          webhookSecret: secrets.webhookSecret,
          delivered: 0,
          createdBy: actorStamp(context.actor).id,
          createdByName: actorStamp(context.actor).name,
          createdAt: at,
        },
      ],
    }),
  );
  return ok(outcome === "repeated" ? null : secrets);
}

function faultsOf(input: NewClient, scopes: readonly SharingScope[]): Record<string, readonly string[]> {
  const url = input.webhookUrl.trim();
  return {
    ...(input.name.trim() === "" ? { name: ["連携先の名前を入力してください"] } : {}),
    ...(scopes.length === 0 ? { scopes: ["渡す項目を一つ以上選んでください"] } : {}),
    ...(url === "" || isDeliverable(url)
      ? {}
      : { webhookUrl: ["https:// で始まるアドレスを入力してください"] }),
  };
}

/** 同じ機械の中（試し）のほかは、暗号化した道だけ。 */
function isDeliverable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === "https:" || (url.protocol === "http:" && url.hostname === "127.0.0.1");
}

/** 別の管理者が確かめる。 */
export async function confirmClient(context: UseCaseContext, id: string): Promise<Result<null, Refusal>> {
  const found = await managed(context, id);
  if (!found.ok) return found;
  const actor = actorStamp(context.actor);
  if (found.value.createdBy === actor.id)
    return refuse({ kind: "invalid", errors: { confirm: ["登録した人とは別の管理者が確かめてください"] } });
  if (found.value.confirmedAt !== null) return ok(null);
  await written(context, `confirm:${id}`, id, {}, (at) => ({
    apiClientChanges: [{ id, set: { confirmedAt: at, confirmedByName: actor.name } }],
  }));
  return ok(null);
}

/** 止める。渡し済みの札もすぐ使えなくなる。 */
export async function disableClient(context: UseCaseContext, id: string): Promise<Result<null, Refusal>> {
  const found = await managed(context, id);
  if (!found.ok) return found;
  if (found.value.disabledAt !== null) return ok(null);
  await written(context, `disable:${id}`, id, {}, (at) => ({
    apiClientChanges: [{ id, set: { disabledAt: at } }],
  }));
  return ok(null);
}

/** 一度にやり直す知らせの数。 */
const REPLAYED = 1_000;

/** 届いた所より後の変化を、もう一度知らせる。 */
export async function replayNotices(
  context: UseCaseContext,
  input: { readonly id: string; readonly intentKey: string },
): Promise<Result<null, Refusal>> {
  const found = await managed(context, input.id);
  if (!found.ok) return found;
  const rows = await sharedPage(context.database, {
    after: found.value.delivered,
    since: null,
    companyKey: null,
    limit: REPLAYED,
  });
  await written(context, `replay:${input.intentKey}`, input.id, { notices: rows.length }, () => ({
    outbox: rows.map(({ change }) => ({
      topic: NOTIFY_CLIENT,
      key: `${input.id}:${change}:${input.intentKey}`,
      payload: { clientId: input.id, change },
    })),
  }));
  return ok(null);
}

async function managed(context: UseCaseContext, id: string): Promise<Result<ApiClientRow, Refusal>> {
  const allowed = authorise(context, "api.manage", {});
  if (!allowed.ok) return allowed;
  const client = await apiClientById(context.database, id);
  return client === undefined ? refuse({ kind: "notFound" }) : ok(client);
}

async function written(
  context: UseCaseContext,
  key: string,
  id: string,
  details: Readonly<Record<string, unknown>>,
  rows: (at: string) => Omit<PlannedRows<null>, "result" | "audit">,
): Promise<"applied" | "repeated"> {
  const at = context.clock.now();
  const outcome = await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at,
    requestId: context.requestId,
    intent: { action: "api.manage", key },
    rows: () => ({
      ...rows(at),
      result: null,
      audit: [
        {
          action: "api.manage",
          subjectKind: "apiClient",
          subjectId: id,
          details: { ...details, operation: key.split(":")[0] },
        },
      ],
    }),
  });
  return outcome.kind === "repeated" ? "repeated" : "applied";
}
