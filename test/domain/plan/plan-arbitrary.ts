/** どんな下書きでも落ちないことを確かめるための、書きかけと出まかせの計画。 */
import fc from "fast-check";
import type { AnySpec, RawAnswers, RawRow, RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import { changeBaseSection, writeChangeBase } from "#app/domain/plan-life/change-base.ts";
import { change } from "#app/domain/plan/sections/change.ts";
import { someBase } from "../plan-life/some-base.ts";
import { planSections } from "#app/domain/plan/sections.ts";
import { examplePlans } from "#test/support/example-plans.ts";

/** どの欄にも打たれ得る文字。読めるもの、読めないもの、大きすぎるもの。 */
const typed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("", " ", "yes", "no", "14", "13", "28", "99", "2662", "7511", "9611"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "A",
      "C",
      "Z",
      "machinery",
      "measure-1",
      "turnover",
      "2026-12",
      "令和11年11月",
      "1022",
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom("0", "-1", "9".repeat(15), "18.4", "▲1,200", "38,000円", "九") },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: "binary" }) },
);

const valid = (section: string, field: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...examplePlans.map(({ answers }) => {
      const value = answers[section]?.[field];
      return typeof value === "string" ? value : "";
    }),
  );

const validRow = (section: string, table: string): fc.Arbitrary<RawRow> => {
  const rows: readonly RawRow[] = examplePlans.flatMap(({ answers }) => {
    const found = answers[section]?.[table];
    return Array.isArray(found) ? (found as readonly RawRow[]) : [];
  });
  return fc.constantFrom(...(rows.length > 0 ? rows : [{ id: "empty" }]));
};

function rawOf(section: string, name: string, spec: AnySpec): fc.Arbitrary<string | readonly RawRow[]> {
  if (spec.shape === "field") return fc.oneof({ weight: 3, arbitrary: valid(section, name) }, typed);
  const cells = fc.record(Object.fromEntries(Object.keys(spec.fields).map((column) => [column, typed])));
  return fc
    .array(fc.oneof(validRow(section, name), cells), { maxLength: 4 })
    .map((rows) => rows.map((row, index) => ({ ...row, id: `${name}-${index}` })));
}

const sectionOf = (section: SectionSpec): fc.Arbitrary<RawSection> =>
  fc.record(
    Object.fromEntries(
      Object.entries(section.fields).map(([name, spec]) => [name, rawOf(section.id, name, spec)]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<RawSection>;

/** 読める欄と読めない欄の混じった、どこまで書いたか分からない計画。 */
export const someAnswers: fc.Arbitrary<RawAnswers> = fc.record(
  {
    ...Object.fromEntries(planSections.map((section) => [section.id, sectionOf(section as SectionSpec)])),
    change: sectionOf(change as SectionSpec),
    [changeBaseSection]: fc.constant(writeChangeBase(someBase)),
    screening: fc.record({ realEstate: fc.constantFrom("", "yes", "no") }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<RawAnswers>;
