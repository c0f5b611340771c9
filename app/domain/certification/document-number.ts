/** 文書番号。書式と記号は rulebook の版（document-numbering）から来る。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { fiscalYearEnd } from "../calendar/fiscal-year.ts";
import type { DocumentNumbering } from "../rulebook/jurisdiction-rules.ts";

const NUMBERING_YEAR_CLOSES_IN = 3;

/**
 * 通し番号の系列。局と年度ごと。日付の無い書式では、年度が替わっても番号が重ならないよう、局で一続きにする。
 *
 * @param numbering 局の番号の書式
 */
export const numberSeriesOf = (
  officeCode: string,
  issuedOn: CivilDate,
  numbering: Pick<DocumentNumbering, "template"> | undefined,
): string => {
  const dated = numbering === undefined || numbering.template.includes("{yyyymmdd}");
  const year = fiscalYearEnd(NUMBERING_YEAR_CLOSES_IN, issuedOn).slice(0, 4);
  return dated ? `certification:${officeCode}:${year}` : `certification:${officeCode}`;
};

/**
 * @param numbering 局の番号の書式
 * @param issuedOn 認定日
 * @param serial 系列の中の通し番号
 * @returns 例: 20261205東北第1号
 */
export const documentNumber = (numbering: DocumentNumbering, issuedOn: CivilDate, serial: number): string =>
  numbering.template
    .replaceAll("{yyyymmdd}", issuedOn.replaceAll("-", ""))
    .replaceAll("{symbol}", numbering.symbol)
    .replaceAll("{n}", String(serial));
