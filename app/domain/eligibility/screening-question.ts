/** 始めの質問 (screening) の型。一つの画面に一つの質問で、答えが次の質問か結果を決める。 */
import type { Certainty } from "../rulebook/certainty.ts";

/** 質問の id。URL と、区画 screening の欄の名前になる。 */
export type ScreeningQuestionId =
  | "certifiedPlan"
  | "planPurpose"
  | "realEstate"
  | "organisation"
  | "membersQualify"
  | "established"
  | "employees"
  | "taxRelief"
  | "blueReturn"
  | "capital"
  | "ownership"
  | "averageIncome";

/** 質問の id → 選んだ選択肢の値。 */
export type ScreeningAnswers = { readonly [question in ScreeningQuestionId]?: string };

/** 質問の終わり。始められる、又は次の手順の案内。 */
export type ScreeningOutcome =
  | { readonly kind: "start"; readonly form: "form1" | "form2" }
  /** 変更の認定申請 (法第18条第1項) に当たる。 */
  | { readonly kind: "change" }
  /** 認定を受けた計画があるかを、先に確かめる。 */
  | { readonly kind: "confirmPlan" }
  /** 認定を受けられない。certainty が確かめられていないものは、続けることもできる。 */
  | {
      readonly kind: "notEligible";
      readonly question: "organisation" | "membersQualify" | "established" | "employees";
      readonly certainty: Certainty;
    };

export type ScreeningStep =
  | { readonly kind: "question"; readonly id: ScreeningQuestionId }
  | { readonly kind: "outcome"; readonly outcome: ScreeningOutcome };

export type ScreeningOption = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
};

export type ScreeningQuestion = {
  readonly id: ScreeningQuestionId;
  /** 画面の題になる、問いの文。 */
  readonly text: string;
  /** 答えの一覧での短い見出し。 */
  readonly label: string;
  readonly help: string;
  readonly options: readonly ScreeningOption[];
  /**
   * 次の質問か結果。
   * @param answers この質問の答えを含む
   */
  next(answers: ScreeningAnswers): ScreeningStep;
};

/** 次の質問へ。 */
export const ask = (id: ScreeningQuestionId): ScreeningStep => ({ kind: "question", id });

/** 質問を終える。 */
export const end = (outcome: ScreeningOutcome): ScreeningStep => ({ kind: "outcome", outcome });
