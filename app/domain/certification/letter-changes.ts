/** 二つの版の、種類と局ごとの見本の通知書を比べる。同じ変わり方をした局は一つにまとめる。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { LetterKind } from "../rulebook/procedure-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { letterKinds } from "../rulebook/tables/procedure-tables.ts";
import type { CertificationNotice } from "./notice.ts";
import { sampleLetter } from "./sample-letter.ts";

/** 一つの所の、前と後の文面。 */
export type LetterPart = { readonly label: string; readonly before: string; readonly after: string };

export type LetterChange = {
  readonly kind: LetterKind;
  /** 同じ変わり方をする局。 */
  readonly offices: readonly { readonly code: string; readonly name: string }[];
  readonly parts: readonly LetterPart[];
};

export type LetterComparison = {
  /** 比べた通知書の数。 */
  readonly examined: number;
  /** 変わった通知書の数。 */
  readonly changed: number;
  readonly changes: readonly LetterChange[];
};

/** @param on 通知書の日 */
export function compareLetters(before: Rulebook, after: Rulebook, on: CivilDate): LetterComparison {
  const found = new Map<string, { change: LetterChange; offices: { code: string; name: string }[] }>();
  let changed = 0;
  for (const kind of letterKinds)
    for (const { code, name } of after.offices.values()) {
      const parts = differences(linesOf(before, kind, code, on), linesOf(after, kind, code, on));
      if (parts.length === 0) continue;
      changed += 1;
      const key = JSON.stringify([kind, parts]);
      const same = found.get(key);
      if (same !== undefined) same.offices.push({ code, name });
      else {
        const offices = [{ code, name }];
        found.set(key, { offices, change: { kind, offices, parts } });
      }
    }
  return {
    examined: letterKinds.length * after.offices.size,
    changed,
    changes: [...found.values()].map(({ change }) => change),
  };
}

type Lines = ReadonlyMap<string, string>;

/** 作れない通知書は、その訳を文面の代わりにする。 */
function linesOf(rulebook: Rulebook, kind: LetterKind, office: string, on: CivilDate): Lines {
  const made = sampleLetter(rulebook, { kind, office, on, plan: "corporation" });
  return made.ok
    ? partsOf(made.value)
    : new Map([["作れない訳", `値がありません（${made.error.join("、")}）`]]);
}

const partsOf = ({ documentNumber, signatory, subject, body, items }: CertificationNotice): Lines =>
  new Map([
    ["文書番号", documentNumber],
    ["発信者", [signatory.title, signatory.name ?? "", signatory.sealNote].filter(Boolean).join("　")],
    ["件名", subject],
    ["本文", body.join("\n")],
    ["記", items.map(({ label, value }, index) => `${index + 1}　${label}　${value}`).join("\n")],
  ]);

const differences = (before: Lines, after: Lines): readonly LetterPart[] =>
  [...new Set([...after.keys(), ...before.keys()])]
    .map((label) => ({ label, before: before.get(label) ?? "", after: after.get(label) ?? "" }))
    .filter((part) => part.before !== part.after);

/** 種類と局の全部の見本に刷る文字（重なりなし）。字形の有無は、書体を持つ側が確かめる。 */
export function letterCharacters(rulebook: Rulebook, on: CivilDate): string {
  const characters = new Set<string>();
  for (const kind of letterKinds)
    for (const { code } of rulebook.offices.values())
      for (const line of linesOf(rulebook, kind, code, on).values())
        for (const character of line) characters.add(character);
  return [...characters].join("");
}
