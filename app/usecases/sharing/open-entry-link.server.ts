/** リンクの署名を確かめ、入る所を決める。 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  type EntryLink,
  type EntryLinkFault,
  entryLinkText,
  readEntryLink,
} from "#app/domain/sharing/entry-link.ts";
import { apiClientById } from "#db/queries/sharing.ts";
import type { UseCaseContext } from "../context.ts";
import { isLive } from "./issue-token.server.ts";

/** @param secret 連携先の登録の時に渡した「署名の鍵」（Base64） */
export const entryLinkSignature = (
  secret: string,
  link: Pick<EntryLink, "corporateNumber" | "kind" | "expires">,
): string => createHmac("sha256", Buffer.from(secret, "base64")).update(entryLinkText(link)).digest("hex");

export type EntryLinkTarget =
  | { readonly kind: "enter"; readonly path: string }
  /** ほかの会社でログインしている。 */
  | { readonly kind: "otherCompany"; readonly from: string };

export async function openEntryLink(
  context: UseCaseContext,
  params: URLSearchParams,
): Promise<Result<EntryLinkTarget, EntryLinkFault>> {
  const link = readEntryLink(params, context.clock.now());
  if (!link.ok) return link;
  const client = await apiClientById(context.database, link.value.clientId);
  if (client === undefined || !isLive(client)) return refuse("signature");
  const expected = Buffer.from(entryLinkSignature(client.webhookSecret, link.value), "hex");
  if (!timingSafeEqual(expected, Buffer.from(link.value.signature, "hex"))) return refuse("signature");
  const { corporateNumber, kind } = link.value;
  if (context.actor.kind === "applicant" && context.actor.companyKey !== corporateNumber)
    return ok({ kind: "otherCompany", from: client.name });
  return ok({ kind: "enter", path: `/c/${corporateNumber}/applications/${kind}` });
}
