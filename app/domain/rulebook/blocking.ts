/**
 * 検査の強さ。確認できた事実だけが申請を止め、それ以外は警告にとどめる（DESIGN §4-1）。
 */
import type { Certainty } from "./certainty.ts";

/** `spec` と `seen` は誤りとして止めてよい。他は警告だけ。 */
export const mayBlock = (certainty: Certainty): boolean => certainty === "spec" || certainty === "seen";

export type Severity = "error" | "warning";

/** 違反したときの重さ。 */
export const severityOf = (certainty: Certainty): Severity => (mayBlock(certainty) ? "error" : "warning");
