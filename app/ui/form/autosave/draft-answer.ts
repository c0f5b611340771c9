/** 打つ間の保存（下書きの送信）への答え。画面の script とサーバーが同じ形を使う。 */
import type { DocumentSection } from "#app/domain/plan/document.ts";
import type { RawSection } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import type { PlanOptions } from "#app/domain/plan/options.ts";
import type { PlanRouting } from "#app/domain/plan/plan-routing.ts";

/** 保存した後に、画面が新しくする物。 */
export type SectionState = {
  readonly faults: readonly Finding[];
  /** 区画の見出しと値の木。入力から計算した値を含む。 */
  readonly document: DocumentSection | null;
  /** 提出先の答えを示す区画だけ。 */
  readonly routing: PlanRouting | null;
  /** この区画の入力で変わる選択肢。 */
  readonly options: Partial<PlanOptions>;
};

export type SavedAnswer = {
  /** merged: ほかの人の保存と合わせた。 */
  readonly kind: "saved" | "merged";
  /** 前の保存と違うところがあって書いたか。 */
  readonly changed: boolean;
  readonly version: number;
  /** 「14時03分」 */
  readonly savedAt: string;
  /** 画面に無い値を含むとき（突き合わせた、端末の控えを戻した）だけ。 */
  readonly raw: RawSection | null;
  readonly state: SectionState;
  /** ログインが切れるまでの秒数。 */
  readonly sessionSeconds: number;
};

export type DraftAnswer =
  | SavedAnswer
  /** 同じ欄を先に別の人が変えた。何も書いていない。 */
  | { readonly kind: "conflict"; readonly by: string | null }
  | { readonly kind: "signedOut" }
  /** 申請済みなど、もう書けない。 */
  | { readonly kind: "closed"; readonly message: string };

/** 送ったが答えが得られなかった。 */
export type NoAnswer = { readonly kind: "offline" } | { readonly kind: "failed" };
