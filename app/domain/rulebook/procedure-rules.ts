/** 手続の決まり: 条文、計画期間、標準処理期間、通知の文面、休日。 */
import type { Certainty } from "./certainty.ts";
import type { RowOf } from "./tables.ts";
import type { legalSubjects, letterKinds, processingConditions } from "./tables/procedure-tables.ts";

export type LegalSubject = (typeof legalSubjects)[number];
export type LetterKind = (typeof letterKinds)[number];
export type ProcessingCondition = (typeof processingConditions)[number];
export type Processing = RowOf<"processing">;

/** 文面の当てはまる範囲。細かい順に、局、省庁、全部。 */
export type LetterScope = "office" | "ministry" | "general";

/** 通知の文面。body と items の `{slot}` は発行のときに値で埋める。 */
export type Letter = {
  readonly kind: LetterKind;
  readonly subject: string;
  readonly sealNote: string;
  readonly body: readonly string[];
  readonly items: readonly { readonly label: string; readonly value: string }[];
  /** それぞれ、どの範囲の行から来たか。 */
  readonly scopes: { readonly heading: LetterScope; readonly body: LetterScope; readonly items: LetterScope };
  readonly certainty: Certainty;
};

export type ProcedureRules = {
  readonly articles: ReadonlyMap<LegalSubject, readonly RowOf<"legalArticles">[]>;
  readonly periodChoices: readonly RowOf<"periodChoices">[];
  readonly processing: Readonly<Record<ProcessingCondition, Processing>>;
  /** 通知書の文面の行。どれが当てはまるかは letterFor が決める。 */
  readonly letters: {
    readonly headings: readonly RowOf<"letters">[];
    readonly paragraphs: readonly RowOf<"letterParagraphs">[];
    readonly items: readonly RowOf<"letterItems">[];
  };
  /** 鍵は YYYY-MM-DD。 */
  readonly holidays: ReadonlyMap<string, RowOf<"holidays">>;
  readonly successionKinds: readonly RowOf<"successionKinds">[];
  /** 添付書類の種類。画面に出す順。鍵は id。 */
  readonly attachmentKinds: ReadonlyMap<string, RowOf<"attachmentKinds">>;
};
