/** 置いてある版に、編集中の文面の行を重ねて、見本の通知書を作る。 */
import type { Result } from "../result.ts";
import { letterFor } from "../rulebook/letter.ts";
import type { Letter } from "../rulebook/procedure-rules.ts";
import { assembleRulebook } from "../rulebook/rulebook.ts";
import { editionOf, type StoredEdition, tablesOf } from "../rulebook/stored-edition.ts";
import type { RulebookTableRows } from "../rulebook/tables.ts";
import type { CertificationNotice } from "./notice.ts";
import { sampleLetter, type SampleRequest } from "./sample-letter.ts";

export const letterTables = ["letters", "letterParagraphs", "letterItems"] as const;
export type LetterTable = (typeof letterTables)[number];

export type SampleInput = {
  readonly edition: StoredEdition;
  /** 置いてある行の代わりに使う、文面の表の行。 */
  readonly rows: Partial<Pick<RulebookTableRows, LetterTable>>;
  readonly request: SampleRequest;
};

export type SampledLetter = {
  readonly letter: Result<CertificationNotice, readonly string[]>;
  /** 題、本文、「記」が、どの範囲の行から来たか。文面が無ければ null。 */
  readonly scopes: Letter["scopes"] | null;
};

export function sampleFromEdition({ edition, rows, request }: SampleInput): SampledLetter {
  const tables: RulebookTableRows = { ...tablesOf(edition), ...rows };
  const { rulebook } = assembleRulebook(editionOf(edition, tables), tables);
  return {
    letter: sampleLetter(rulebook, request),
    scopes: letterFor(rulebook, request.kind, request.office)?.scopes ?? null,
  };
}
