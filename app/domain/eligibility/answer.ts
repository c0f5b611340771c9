/** 資格の答え。結論のほかに、確かめた条件を一つずつ理由と確かさを付けて返す。 */
import type { Certainty } from "../rulebook/certainty.ts";

/** 何についての条件か。画面はここから、答える欄へのリンクを作る。 */
export type EligibilitySubject =
  | "form"
  | "members"
  | "established"
  | "employees"
  | "office"
  | "blueReturn"
  | "capital"
  | "ownership"
  | "income";

/** 確かめた一つの条件。`text` は画面に出す文。 */
export type EligibilityReason = {
  readonly subject: EligibilitySubject;
  readonly holds: "met" | "notMet" | "unknown";
  readonly text: string;
  readonly certainty: Certainty;
};

/**
 * 資格の答え。`yes` すべての条件を満たす、`no` 満たさない条件がある、`undetermined` 分からない条件が残る。
 * `missing` は結論のために尋ねるべきこと。
 */
export type EligibilityAnswer = {
  readonly outcome: "yes" | "no" | "undetermined";
  readonly reasons: readonly EligibilityReason[];
  readonly missing: readonly string[];
};

/** 一つの条件と、分からないときに尋ねること。 */
export type Condition = EligibilityReason & { readonly ask?: string };

/**
 * 条件から結論を出す。一つでも満たさなければ `no`、残りに分からないものがあれば `undetermined`。
 * @param conditions 一つ以上の条件
 */
export function conclude(conditions: readonly Condition[]): EligibilityAnswer {
  const reasons = conditions.map(({ subject, holds, text, certainty }) => ({
    subject,
    holds,
    text,
    certainty,
  }));
  const missing = conditions.flatMap(({ holds, ask }) =>
    holds === "unknown" && ask !== undefined ? [ask] : [],
  );
  const failed = conditions.some(({ holds }) => holds === "notMet");
  const unknown = conditions.some(({ holds }) => holds === "unknown");
  return {
    outcome: failed ? "no" : unknown ? "undetermined" : "yes",
    reasons,
    missing: [...new Set(missing)],
  };
}

/** 分からなければ unknown、そうでなければ条件の成否。 */
export const judge = (fact: boolean | null): EligibilityReason["holds"] =>
  fact === null ? "unknown" : fact ? "met" : "notMet";
