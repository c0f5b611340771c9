/**
 * 取り返しのつかない操作の前に、最近の認証を求める決まり。席を離れた画面や盗まれたクッキーで、
 * 申請や認定をされないため。時計が進んだ発行者の認証時刻（未来）は、最近とみなす。
 */
import type { Action } from "./actions.ts";
import type { Actor } from "./actor.ts";

const asking: ReadonlySet<Action> = new Set<Action>([
  "plan.file",
  "review.certify",
  "review.decline",
  "certificate.correct",
  "certificate.revoke",
  "plan.surrender",
  "plan.decideSurrender",
  "confirmation.file",
  "confirmation.confirm",
  "confirmation.decline",
]);

/** 最近の認証を求める操作か。 */
export const asksFreshLogin = (action: Action): boolean => asking.has(action);

/**
 * @param now 今の瞬間。UTC の ISO 文字列
 * @param minutes 認証からこの分数までは、最近とみなす
 * @returns その人が最近認証しているか。ログインしていない人は false、人でない物（処理、連携システム）は true
 */
export function isFreshLogin(actor: Actor, now: string, minutes: number): boolean {
  switch (actor.kind) {
    case "visitor":
      return false;
    case "system":
    case "apiClient":
      return true;
    case "applicant":
    case "staff":
      return Date.parse(now) - Date.parse(actor.authenticatedAt) <= minutes * 60_000;
  }
}
