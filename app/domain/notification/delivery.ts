/** メールの届き具合。仕事（これから送る物）と、送った記録の両方から、同じ言葉で示す。 */
import { unreachable } from "../result.ts";

export type Delivery =
  | { readonly kind: "waiting" }
  /** 一度以上うまくいかず、間を空けてやり直している。 */
  | { readonly kind: "retrying"; readonly failures: number }
  /** SMTP が受け取った。 */
  | { readonly kind: "sent" }
  /** SMTP の設定が無いので、ファイルに残した。 */
  | { readonly kind: "kept" }
  /** 受け取られた後に、届かずに戻った。 */
  | { readonly kind: "bounced" }
  /** やり直しを尽くし、操作者を待っている。 */
  | { readonly kind: "dead" }
  /** 操作者が送らないと決めた。 */
  | { readonly kind: "skipped" };

/** まだ送っていないメールの仕事の様子。 */
export function pendingDelivery(job: {
  readonly state: "waiting" | "done" | "dead" | "skipped";
  readonly attempts: number;
  readonly lastError: string | null;
}): Delivery {
  switch (job.state) {
    case "dead":
      return { kind: "dead" };
    case "skipped":
      return { kind: "skipped" };
    case "waiting":
    case "done":
      return job.lastError === null ? { kind: "waiting" } : { kind: "retrying", failures: job.attempts };
    default:
      return unreachable(job.state);
  }
}

export const sentDelivery = (state: "sent" | "kept", bounced: boolean): Delivery => ({
  kind: bounced ? "bounced" : state,
});

export function deliveryWord(delivery: Delivery): string {
  switch (delivery.kind) {
    case "waiting":
      return "送信待ち";
    case "retrying":
      return `やり直し中（${delivery.failures}回失敗）`;
    case "sent":
      return "送信済";
    case "kept":
      return "保管（未送信）";
    case "bounced":
      return "届かず戻った";
    case "dead":
      return "送れなかった";
    case "skipped":
      return "送らない";
    default:
      return unreachable(delivery);
  }
}
