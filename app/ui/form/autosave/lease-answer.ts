/** 区画の編集の占有についての答え。画面の script とサーバーが同じ形を使う。 */
import type { DocumentSection } from "#app/domain/plan/document.ts";

/** 画面を開いた時の占有。 */
export type PageLease =
  /** 自分が編集する。alsoOpenIn は、同じ人が開いている別の画面。 */
  | { readonly kind: "editing"; readonly tabId: string; readonly alsoOpenIn: string | null }
  | { readonly kind: "held"; readonly tabId: string; readonly holder: string };

/** 延ばした答え。 */
export type LeaseRenewal =
  | { readonly kind: "editing" }
  | { readonly kind: "held"; readonly holder: string; readonly self: boolean };

/** 読むだけの画面に出す、いまの内容。 */
export type LiveSection = {
  readonly kind: "live";
  readonly version: number;
  readonly document: DocumentSection | null;
  /** 「14時03分」。まだ保存がなければ null。 */
  readonly savedAt: string | null;
  readonly savedBy: string;
  /** 編集している人。誰もいなければ null。 */
  readonly holder: string | null;
};
