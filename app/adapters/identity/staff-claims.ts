/**
 * 職員の属性。府省の OpenID Provider の UserInfo から読む。groups の文字列を役割に直すのは access の仕事で、
 * ここでは形だけを確かめる。
 */
import { z } from "zod";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { claimText } from "./claim-text.ts";
import type { ClaimsFault, StaffClaims } from "./identity-port.ts";

const staffUserInfo = z.object({
  name: claimText,
  email: claimText,
  groups: z
    .union([z.array(z.string()), z.string()])
    .nullish()
    .transform((value) => (typeof value === "string" ? [value] : (value ?? []))),
});

/**
 * 職員の UserInfo を読む。
 * @param userInfo UserInfo の JSON
 * @returns 職員の属性。groups が無ければ空の一覧
 * @remarks name か email が空なら claimsIncomplete、形の誤りは claimsInvalid
 */
export function readStaffClaims(userInfo: unknown): Result<StaffClaims, ClaimsFault> {
  const parsed = staffUserInfo.safeParse(userInfo);
  if (!parsed.success) {
    const claims = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "")))];
    return refuse({ kind: "claimsInvalid", detail: { stage: "claims", reason: "shape" }, claims });
  }
  const { name, email, groups } = parsed.data;
  if (name === undefined || email === undefined) {
    const claims = [...(name === undefined ? ["name"] : []), ...(email === undefined ? ["email"] : [])];
    return refuse({ kind: "claimsIncomplete", detail: { stage: "claims", reason: "empty" }, claims });
  }
  const trimmed = groups.map((group) => group.trim()).filter((group) => group !== "");
  return ok({ kind: "staff", name, email, groups: [...new Set(trimmed)] });
}
