/** 行の見せ方。 */
import type { RowsSpec } from "#app/domain/plan/field.ts";

/** これより列の多い行は、欄を小さくして並べ、説明を行の外に一度だけ置く。 */
const ROOMY_COLUMNS = 3;

export const isDense = ({ fields }: RowsSpec): boolean =>
  Object.keys(fields).length > ROOMY_COLUMNS &&
  Object.values(fields).every(({ kind }) => kind !== "longText");

/** 列の説明の id。その列の欄の全部が指す。 */
export const columnHelpId = (name: string, column: string): string => `${name}-${column}-about`;
