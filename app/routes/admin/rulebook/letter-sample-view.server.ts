/** 見本の通知書を、画面に出す形にする。 */
import { slotNames } from "#app/domain/certification/fill-letter.ts";
import type { LetterScope } from "#app/domain/rulebook/procedure-rules.ts";
import { unprintableMessage } from "#app/domain/certification/unprintable.ts";
import type { SampleView } from "#app/usecases/rulebook/sample-letter.server.ts";

/** 使える差込みと、その意味。 */
export const shownSlots = Object.entries(slotNames).map(([slot, meaning]) => ({
  slot: `{${slot}}`,
  meaning,
}));

/** 作れない訳。作れるなら空。 */
export function sampleProblems({ letter }: SampleView): readonly string[] {
  switch (letter.kind) {
    case "ready":
      return [];
    case "incomplete":
      return letter.missing.map((name) => `「${name}」に入る値がありません。`);
    case "unprintable":
      return letter.characters.map(unprintableMessage);
  }
}

export const scopeWords: Readonly<Record<LetterScope, string>> = {
  office: "この局だけの文面",
  ministry: "この省庁だけの文面",
  general: "全部の局の文面",
};
