/** 申請の中身から、このポータルの様式にある区画と欄だけを取り出す。打たれた文字は変えない。 */
import type { AnySpec, RawAnswers, RawSection } from "../plan/field.ts";
import { sectionOf } from "../plan/sections.ts";
import { isIncomeGrowth, type RowFinding } from "./read-record.ts";

/** @returns 様式にある分と、捨てた区画と欄 */
export function knownContent(content: RawAnswers): {
  readonly content: RawAnswers;
  readonly notes: readonly RowFinding[];
} {
  const notes: RowFinding[] = [];
  const known = Object.fromEntries(
    Object.entries(content).flatMap(([id, raw]) => {
      const section = sectionOf(id);
      if (section === undefined) {
        notes.push(stray(id));
        return [];
      }
      return [[id, knownSection(section.fields, raw, (name) => notes.push(stray(`${id}.${name}`)))]];
    }),
  );
  return { content: known, notes };
}

const knownSection = (
  fields: Readonly<Record<string, AnySpec>>,
  raw: RawSection,
  drop: (name: string) => void,
): RawSection =>
  Object.fromEntries(
    Object.entries(raw).filter(([name, value]) => {
      const spec = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const fits = spec !== undefined && (spec.shape === "rows") === (typeof value !== "string");
      if (!fits) drop(name);
      return fits;
    }),
  );

const stray = (name: string): RowFinding => ({
  effect: "dropped",
  field: `content.${name}`.slice(0, 100),
  ...(isIncomeGrowth(name)
    ? { code: "incomeGrowth", reason: "所得拡大の欄は取り込みません" }
    : { code: "unknownField", reason: "この区画又は欄は様式にありません" }),
});
