/** 文書番号から、系列の中の通し番号を読む。引き継いだ番号と、これから引く番号が重ならないようにするために使う。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { DocumentNumbering } from "../rulebook/jurisdiction-rules.ts";
import { documentNumber } from "./document-number.ts";

/** 番号の中に現れない通し番号。 */
const MARK = -1;

/**
 * @param numbering 局の番号の書式
 * @param issuedOn 認定日
 * @returns 書式に合わない番号では null
 */
export function serialOf(numbering: DocumentNumbering, issuedOn: CivilDate, number: string): number | null {
  const [before, after] = documentNumber(numbering, issuedOn, MARK).split(String(MARK));
  if (before === undefined || after === undefined) return null;
  if (!number.startsWith(before) || !number.endsWith(after)) return null;
  const serial = number.slice(before.length, number.length - after.length);
  return /^[1-9]\d{0,8}$/u.test(serial) ? Number(serial) : null;
}
