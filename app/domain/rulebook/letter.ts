/** 局と種類に当てはまる通知書の文面。題、本文、「記」は、それぞれ細かい範囲（局、省庁、全部の順）の行が勝つ。 */
import { weakerCertainty } from "./certainty.ts";
import { mostSpecific } from "./letter-scope.ts";
import type { Letter, LetterKind } from "./procedure-rules.ts";
import type { Rulebook } from "./rulebook.ts";

/**
 * @param officeCode 局のコード。null なら、全部に当てはまる文面だけを見る
 * @returns その種類の文面が版に無ければ undefined
 */
export function letterFor(
  { procedure, offices }: Rulebook,
  kind: LetterKind,
  officeCode: string | null,
): Letter | undefined {
  const { letters } = procedure;
  const ministry = officeCode === null ? null : (offices.get(officeCode)?.ministry ?? null);
  const place = { office: officeCode, ministry };
  const headings = mostSpecific(
    letters.headings.filter((row) => row.kind === kind),
    place,
  );
  const paragraphs = mostSpecific(
    letters.paragraphs.filter(({ letter }) => letter === kind),
    place,
  );
  const items = mostSpecific(
    letters.items.filter(({ letter }) => letter === kind),
    place,
  );
  const [heading] = headings.rows;
  if (heading === undefined || paragraphs.rows.length === 0) return undefined;
  return {
    kind,
    subject: heading.subject,
    sealNote: heading.sealNote,
    body: paragraphs.rows.map(({ text }) => text),
    items: items.rows.map(({ label, value }) => ({ label, value })),
    scopes: { heading: headings.scope, body: paragraphs.scope, items: items.scope },
    certainty: [...paragraphs.rows, ...items.rows].reduce(
      (weakest, { certainty }) => weakerCertainty(weakest, certainty),
      heading.certainty,
    ),
  };
}
