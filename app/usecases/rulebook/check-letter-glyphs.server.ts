/** 点検: 見本の通知書に、どの書体にも字形の無い文字がない。公布の前に、書体を持つ側で確かめる。 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { unprintableMessage } from "#app/domain/certification/unprintable.ts";
import { proofCheck, type ProofCheck } from "#app/domain/rulebook/proof-check.ts";
import type { StoredEdition } from "#app/domain/rulebook/stored-edition.ts";
import type { UseCaseContext } from "../context.ts";

/** @param edition 施行日を見出しに持つ版。通知書の日は施行日 */
export async function checkLetterGlyphs(
  context: UseCaseContext,
  pdf: PdfRenderer,
  edition: StoredEdition,
): Promise<ProofCheck> {
  const on = edition.effectiveFrom as CivilDate;
  const characters = await context.editionWork.run("letterCharacters", { edition, on });
  const missing = await pdf.missingCharacters(characters);
  return proofCheck(
    "letterGlyphs",
    "どの通知書も、刷れる文字だけでできている",
    Array.from(characters).length,
    missing.map((one) => ({
      severity: "fail",
      where: `文字 ${one.codePoint}`,
      message: unprintableMessage({ ...one, field: null, label: "通知書の文面" }),
      rows: [
        { table: "letterParagraphs", filters: {} },
        { table: "letterItems", filters: {} },
        { table: "letters", filters: {} },
      ],
    })),
  );
}
