/** 取込みの段と、数。段の順に進み、束を書くたびに所を残すので、途中で止まっても続きから行える。 */
import type { FindingCode, FindingEffect } from "./finding.ts";
import type { RecordKind } from "./records.ts";

export const handOverSteps = ["findings", "companies", "users", "plans", "reconcile", "done"] as const;
export type HandOverStep = (typeof handOverSteps)[number];

/** 一つの種類の記録の数。 */
export type KindCounts = {
  /** 目録にある数。 */
  readonly given: number;
  /** 取り込む行。 */
  readonly accepted: number;
  /** もう同じ内容で入っていた行、ポータルの値を残した行。 */
  readonly known: number;
  /** 取り込まない行。 */
  readonly refused: number;
};

export type HandOverCounts = {
  readonly kinds: Readonly<Record<RecordKind, KindCounts>>;
  readonly findings: readonly {
    readonly effect: FindingEffect;
    readonly code: FindingCode;
    readonly total: number;
  }[];
  /** 所得拡大の記録として捨てた、ファイルの行と欄の数。 */
  readonly incomeGrowth: number;
};
