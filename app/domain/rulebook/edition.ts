/** 規則集の版の見出し（edition.json）。 */
import { z } from "zod";
import { civilDate, text } from "./tables/fact-row.ts";
import { tableNames, type TableName } from "./tables.ts";

const rowCount = z.number().int().nonnegative();

/** rows は表ごとの行数、classes は細分類の数。取込みのとき実際の数と照らす。 */
export const editionSchema = z.strictObject({
  label: text,
  effectiveFrom: civilDate,
  classes: z.strictObject({ 13: rowCount, 14: rowCount }),
  rows: z.strictObject(
    Object.fromEntries(tableNames.map((name) => [name, rowCount])) as Record<TableName, typeof rowCount>,
  ),
});

export type Edition = {
  readonly label: string;
  /** 施行日 YYYY-MM-DD。 */
  readonly effectiveFrom: string;
  readonly classes: { readonly 13: number; readonly 14: number };
  readonly rows: Readonly<Record<TableName, number>>;
};
