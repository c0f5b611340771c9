/** 局と種類に当てはまる通知書の文面。 */
import { weakerCertainty } from "./certainty.ts";
import type { Letter, LetterKind } from "./procedure-rules.ts";
import type { Rulebook } from "./rulebook.ts";

/** @returns その種類の文面が版に無ければ undefined */
export function letterFor({ procedure }: Rulebook, kind: LetterKind): Letter | undefined {
  const { headings, paragraphs, items } = procedure.letters;
  const heading = headings.find((row) => row.kind === kind);
  const body = paragraphs.filter(({ letter }) => letter === kind);
  const particulars = items.filter(({ letter }) => letter === kind);
  if (heading === undefined || body.length === 0) return undefined;
  return {
    kind,
    subject: heading.subject,
    sealNote: heading.sealNote,
    body: body.map(({ text }) => text),
    items: particulars.map(({ label, value }) => ({ label, value })),
    certainty: [...body, ...particulars].reduce(
      (weakest, { certainty }) => weakerCertainty(weakest, certainty),
      heading.certainty,
    ),
  };
}
