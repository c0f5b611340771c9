/** 通知書の文字の検査。番号と版を決める前に、刷れない文字を見つける。描くことも保存することもしない。 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import {
  printedValues,
  unprintableIn,
  type UnprintableCharacter,
} from "#app/domain/certification/unprintable.ts";

/** @returns 刷れない文字。欄の順。無ければ空 */
export async function unprintableCharacters(
  pdf: PdfRenderer,
  notice: CertificationNotice,
): Promise<readonly UnprintableCharacter[]> {
  const text = printedValues(notice)
    .map(({ value }) => value)
    .join("\n");
  return unprintableIn(notice, await pdf.missingCharacters(text));
}
