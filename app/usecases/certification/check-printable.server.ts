/** 通知書の文字の検査。番号と版を決める前に、刷れない文字を見つける。描くことも保存することもしない。 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import {
  isVariant,
  printedValues,
  unprintableIn,
  type UnprintableCharacter,
} from "#app/domain/certification/unprintable.ts";

/** @returns 刷れない文字。欄の順。無ければ空 */
export async function unprintableCharacters(
  pdf: PdfRenderer,
  notice: CertificationNotice,
): Promise<readonly UnprintableCharacter[]> {
  return (await examineLetter(pdf, notice)).unprintable;
}

/** @returns unprintable: 刷れない文字。variants: 字の形の指定が書体に無く、基本の字形で刷る字。どちらも欄の順 */
export async function examineLetter(
  pdf: PdfRenderer,
  notice: CertificationNotice,
): Promise<{
  readonly unprintable: readonly UnprintableCharacter[];
  readonly variants: readonly UnprintableCharacter[];
}> {
  const text = printedValues(notice)
    .map(({ value }) => value)
    .join("\n");
  const found = unprintableIn(notice, await pdf.missingCharacters(text));
  return {
    unprintable: found.filter((one) => !isVariant(one)),
    variants: found.filter(isVariant),
  };
}
