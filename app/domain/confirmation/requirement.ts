/** 要件を満たすかの答え。式と、数を入れた式を必ず添え、画面はそれをそのまま見せる。 */
import type { Certainty } from "../rulebook/certainty.ts";

/** 一つの計算。 */
export type Working = {
  /** 規則集の数値要件の名前。 */
  readonly name: string;
  /** 言葉の式。 */
  readonly formula: string;
  /** 数を入れた式。 */
  readonly filled: string;
  /** 計算の答え。要件に満たない数が満たすように見えないよう、切り捨てて示す。 */
  readonly result: string;
  /** 要る値。例: 7%以上 */
  readonly required: string;
  /** 数が足りず、計算できないときは null。 */
  readonly met: boolean | null;
  readonly certainty: Certainty;
};

/** 一つの要件。どれか一つの計算が満たせばよい。 */
export type Requirement = {
  readonly id: string;
  readonly title: string;
  readonly workings: readonly Working[];
  /** 計算できる物がなければ null。 */
  readonly met: boolean | null;
  /** 確認できた定めだけが申請を止める。 */
  readonly certainty: Certainty;
};
