/**
 * 認定の後に出す二つの書類: 認定の取下げの届出と、承継の申出。どちらも、認定した局の決裁者が確かめて決まる。
 * 様式は公開されていないので、言葉は推測による。
 */
import { ok, refuse, type Result, unreachable } from "../result.ts";
import { cleanText } from "../text/visible.ts";
import { isAlive, type PlanState, planStateWords } from "./plan-state.ts";

export type PlanRequestKind = "surrender" | "succession";

/** proposed: 決定を待つ。accepted: 局が認めた。refused: 局が認めなかった。 */
export type PlanRequestStatus = "proposed" | "accepted" | "refused";

/** だれが出したか。holder: いまの認定事業者。successor: 承継する事業者。office: 局の職員。 */
export type RequestSide = "holder" | "successor" | "office";

/** 承継の原因。 */
export type SuccessionGround = "merger" | "split" | "transfer";

/** 届出を出せない、決められない理由。 */
export type PlanRequestRefusal =
  /** 計画がもう終わっている、又は満了している。 */
  | { readonly kind: "ended"; readonly state: Exclude<PlanState, "beforeStart" | "running"> }
  /** ほかの届出又は申出が、局の決定を待っている。 */
  | { readonly kind: "waiting" }
  /** もう決まっている。 */
  | { readonly kind: "decided" };

export function planRequestMessage(refusal: PlanRequestRefusal): string {
  switch (refusal.kind) {
    case "ended":
      return `この計画は「${planStateWords[refusal.state]}」のため、取下げの届出はできません。`;
    case "waiting":
      return "この計画には、局の決定を待っている届出があります。決まるまで、次の届出はできません。";
    case "decided":
      return "この届出は、もう決まっています。";
    default:
      return unreachable(refusal);
  }
}

/** @returns 届出を出せない理由。出せるなら null */
export function requestObstacle(state: PlanState, waiting: boolean): PlanRequestRefusal | null {
  if (!isAlive(state)) return { kind: "ended", state };
  return waiting ? { kind: "waiting" } : null;
}

/** 理由に書ける文字数。 */
export const REQUEST_REASON_LIMIT = 1_000;

/** @returns 読めた理由。読めなければ、欄に示す文 */
export function readRequestReason(typed: string): Result<string, readonly string[]> {
  const reason = cleanText(typed).trim();
  return reason === "" || Array.from(reason).length > REQUEST_REASON_LIMIT
    ? refuse([`理由を、${REQUEST_REASON_LIMIT}字までで書いてください。`])
    : ok(reason);
}
