/** 連携先に、計画の変わったことを知らせる。中身は載せず、署名を付ける（Standard Webhooks の形）。 */
import { createHmac } from "node:crypto";
import { markDelivered } from "#db/repositories/api-clients.ts";
import { apiClientById } from "#db/queries/sharing.ts";
import type { UseCaseContext } from "../context.ts";
import { isLive } from "./issue-token.server.ts";

const TIMEOUT_MS = 5_000;

/** 知らせの署名。連携先は同じ計算をして比べる。 */
export const webhookSignature = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac("sha256", Buffer.from(secret, "base64")).update(`${id}.${seconds}.${body}`).digest("base64")}`;

/**
 * 止められた連携先には送らない。
 * @throws 届かないとき（働き手がやり直す）
 */
export async function notifyClient(
  context: UseCaseContext,
  job: { readonly clientId: string; readonly change: number },
): Promise<void> {
  const client = await apiClientById(context.database, job.clientId);
  if (client === undefined || !isLive(client) || client.webhookUrl === "") return;
  const id = `${client.id}:${job.change}`;
  const seconds = Math.floor(Date.parse(context.clock.now()) / 1_000);
  const body = JSON.stringify({ type: "certified_plans.changed", change: job.change });
  const response = await fetch(client.webhookUrl, {
    method: "POST",
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      "Content-Type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(seconds),
      "webhook-signature": webhookSignature(client.webhookSecret, id, seconds, body),
    },
    body,
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`連携先 ${client.name} が ${response.status} と答えました。`);
  await markDelivered(context.database, client.id, job.change);
}
