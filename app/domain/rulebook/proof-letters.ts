/** 点検: どの種類の通知書も、どの局でも、差込みが全部埋まる。 */
import { sampleLetter } from "../certification/sample-letter.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { letterNames } from "./letter-names.ts";
import { letterFor } from "./letter.ts";
import { proofCheck, type ProofCheck, type ProofFinding } from "./proof-check.ts";
import type { LetterKind } from "./procedure-rules.ts";
import type { RowLink } from "./row-link.ts";
import type { Rulebook } from "./rulebook.ts";
import { letterKinds } from "./tables/procedure-tables.ts";

/** @param on 通知書の日 YYYY-MM-DD */
export function checkLetters(rulebook: Rulebook, on: string): ProofCheck {
  const offices = [...rulebook.offices.values()];
  const found = new Map<
    string,
    { readonly kind: LetterKind; readonly slot: string; readonly at: string[] }
  >();
  for (const kind of letterKinds) {
    if (letterFor(rulebook, kind, null) === undefined) continue;
    for (const { code, name } of offices) {
      const made = sampleLetter(rulebook, { kind, office: code, on: on as CivilDate, plan: "corporation" });
      for (const slot of made.ok ? [] : made.error) {
        const key = `${kind}/${slot}`;
        const known = found.get(key) ?? { kind, slot, at: [] };
        known.at.push(name);
        found.set(key, known);
      }
    }
  }
  const findings = [...found.values()].map(({ kind, slot, at }): ProofFinding => ({
    severity: "fail",
    where: `${letterNames[kind]}（${at.length === 1 ? at[0] : `${at[0]}など${at.length}局`}）`,
    message: `「${slot}」に入る値がないため、この通知書を作れません。`,
    rows: linksOf(kind),
  }));
  return proofCheck(
    "letters",
    "どの通知書も、差込みが全部埋まる",
    letterKinds.length * offices.length,
    findings,
  );
}

const linksOf = (kind: LetterKind): readonly RowLink[] => [
  { table: "letterParagraphs", filters: { letter: kind } },
  { table: "letterItems", filters: { letter: kind } },
];
