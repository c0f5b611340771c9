/** ミラサポplus などから、会社と手続を指してこのポータルに入るリンク。署名で、書き換えと期限切れを見分ける。 */
import { z } from "zod";
import { ok, refuse, type Result } from "../result.ts";
import { type CorporateNumber, parseCorporateNumber } from "../text/corporate-number.ts";

export type EntryLink = {
  readonly clientId: string;
  readonly corporateNumber: CorporateNumber;
  readonly kind: "new" | "change";
  /** 期限（UNIX 時刻の秒）。 */
  readonly expires: number;
  readonly signature: string;
};

export type EntryLinkFault = "broken" | "expired" | "signature";

const query = z.object({
  client: z.string().min(1).max(100),
  corporate_number: z.string(),
  kind: z.enum(["new", "change"]),
  expires: z.string().regex(/^\d{10}$/u),
  signature: z.string().regex(/^[\da-f]{64}$/u),
});

/** 署名する文字列。連携先も同じ並びで作る。 */
export const entryLinkText = ({
  corporateNumber,
  kind,
  expires,
}: Pick<EntryLink, "corporateNumber" | "kind" | "expires">): string =>
  [corporateNumber, kind, String(expires)].join("\n");

/** @param now UTC の ISO 文字列 */
export function readEntryLink(params: URLSearchParams, now: string): Result<EntryLink, EntryLinkFault> {
  const parsed = query.safeParse(Object.fromEntries(params));
  if (!parsed.success) return refuse("broken");
  const number = parseCorporateNumber(parsed.data.corporate_number);
  if (!number.ok) return refuse("broken");
  const expires = Number(parsed.data.expires);
  if (expires * 1_000 < Date.parse(now)) return refuse("expired");
  const { client: clientId, kind, signature } = parsed.data;
  return ok({ clientId, corporateNumber: number.value, kind, expires, signature });
}
