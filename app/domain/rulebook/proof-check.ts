/** 一つの点検の答え。fail があれば公布できず、warn は知ったうえで公布できる。 */

import type { RowLink } from "./row-link.ts";

export type ProofFinding = {
  readonly severity: "fail" | "warn";
  /** どこか（例: 製造業、offices.csv 12行目）。 */
  readonly where: string;
  readonly message: string;
  /** 直す行。表の画面で、その行に絞って開く。 */
  readonly rows: readonly RowLink[];
};

export const proofIds = [
  "compiles",
  "coverage",
  "deadRules",
  "overlaps",
  "offices",
  "itemNumbers",
  "indicators",
  "signatories",
  "holidays",
  "letters",
  "laterEditions",
] as const;

/** 書体が要るので、版の中身だけの点検とは別に行うもの。 */
type GlyphProof = "letterGlyphs";

export type ProofCheck = {
  readonly id: (typeof proofIds)[number] | GlyphProof;
  readonly title: string;
  readonly outcome: "pass" | "warn" | "fail";
  /** 調べた数。 */
  readonly examined: number;
  /** 見つけた数。findings は先頭の分だけ。 */
  readonly found: number;
  /** 直さなければならない所が先。 */
  readonly findings: readonly ProofFinding[];
};

const FINDINGS_SHOWN = 500;

export function proofCheck(
  id: ProofCheck["id"],
  title: string,
  examined: number,
  findings: readonly ProofFinding[],
): ProofCheck {
  const failing = findings.filter(({ severity }) => severity === "fail");
  const warning = findings.filter(({ severity }) => severity === "warn");
  return {
    id,
    title,
    outcome: failing.length > 0 ? "fail" : warning.length > 0 ? "warn" : "pass",
    examined,
    found: findings.length,
    findings: [...failing, ...warning].slice(0, FINDINGS_SHOWN),
  };
}
