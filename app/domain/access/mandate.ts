/**
 * GビズIDメンバーの権限（mandate_info）。プライムが、メンバーに使わせる手続のシステムを決める（GビズID の接続の決まり §6）。
 * 許したシステムの並びを受け取って、この手続が無いときだけ断る。並びを受け取れないときのことは確かでないので、知らせるだけで止めない。
 */
import { z } from "zod";
import type { GbizAccountType, Mandate } from "./actor.ts";

const mandates = z.array(z.object({ client_id: z.string() }));

/**
 * @param mandateInfo 受け取ったままの属性
 * @param clientId この手続の、GビズID での番号
 */
export function mandateOf(accountType: GbizAccountType, mandateInfo: unknown, clientId: string): Mandate {
  if (accountType !== "member") return "granted";
  const read = mandates.safeParse(mandateInfo);
  if (!read.success) return "unknown";
  return read.data.some(({ client_id }) => client_id === clientId) ? "granted" : "absent";
}

/** いまのアカウントで申請できるか。画面が前もって知らせるために使い、権限の判断には `mayDo` を使う。 */
export type FilingStanding = "ready" | "entry" | "noMandate" | "unknownMandate";

export function filingStanding(actor: {
  readonly accountType: GbizAccountType;
  readonly mandate: Mandate;
}): FilingStanding {
  if (actor.accountType === "entry") return "entry";
  switch (actor.mandate) {
    case "granted":
      return "ready";
    case "absent":
      return "noMandate";
    case "unknown":
      return "unknownMandate";
  }
}

/** 申請してよい立場か。 */
export const mayFileIn = (standing: FilingStanding): boolean =>
  standing === "ready" || standing === "unknownMandate";
