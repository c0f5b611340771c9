/**
 * 公布前の点検。版を組み立て、どの細分類とどの都道府県にも答えがあること、使われない決まりと順で変わる
 * 重なりがないこと、局、項目の番号、指標、署名者がそろうことを確かめ、点検ごとに直す所を並べる。
 */
import { checkCoverage } from "./proof-coverage.ts";
import { checkDeadRules, checkOverlaps } from "./proof-rules.ts";
import { checkIndicators, checkItemNumbers } from "./proof-guidelines.ts";
import { checkHolidays } from "./proof-holidays.ts";
import { checkOffices, checkSignatories } from "./proof-offices.ts";
import { checkLaterEditions, type SurroundingEditions } from "./proof-later.ts";
import { checkLetters } from "./proof-letters.ts";
import { proofCheck, type ProofCheck } from "./proof-check.ts";
import { linkToLine } from "./row-link.ts";
import { assembleRulebook } from "./rulebook.ts";
import { editionOf } from "./stored-edition.ts";
import type { RulebookTableRows } from "./tables.ts";

export type { ProofCheck } from "./proof-check.ts";

export type Proof = {
  readonly checks: readonly ProofCheck[];
  /** 直さなければならない所があるか。あれば公布できない。 */
  readonly failed: boolean;
};

/**
 * @param effectiveFrom 施行日 YYYY-MM-DD。署名者はこの日で見る
 * @param surrounding 写しの元と、後に施行される版。ファイルだけを点検するときは null
 * @returns 点検の全部。組み立てられない版でも、見られる点検は行う
 */
export function proveEdition(
  heading: { readonly label: string; readonly effectiveFrom: string },
  tables: RulebookTableRows,
  surrounding: SurroundingEditions | null = null,
): Proof {
  const { rulebook, faults } = assembleRulebook(editionOf(heading, tables), tables);
  const compiles = proofCheck(
    "compiles",
    "表のつながり",
    Object.values(tables).reduce((sum, rows) => sum + rows.length, 0),
    faults.map(({ file, line, message }) => ({
      severity: "fail",
      where: `${file} ${line}行目`,
      message,
      rows: linkToLine(tables, file, line),
    })),
  );
  const checks = [
    compiles,
    checkCoverage(rulebook),
    checkDeadRules(rulebook, tables),
    checkOverlaps(rulebook, tables),
    checkOffices(rulebook),
    checkItemNumbers(rulebook),
    checkIndicators(rulebook),
    checkSignatories(rulebook, heading.effectiveFrom),
    checkHolidays(rulebook, heading.effectiveFrom),
    checkLetters(rulebook, heading.effectiveFrom),
    checkLaterEditions(tables, surrounding),
  ];
  return { checks, failed: checks.some(({ outcome }) => outcome === "fail") };
}
