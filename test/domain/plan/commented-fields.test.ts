/** 差し戻された計画で先に出す欄: 指摘の付いた欄と、その答えで出し入れの決まる欄。 */
import { expect, it } from "vitest";
import { commentedFields } from "#app/domain/plan/commented-fields.ts";
import { nothingKnown, type SectionSpec } from "#app/domain/plan/field.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";

const section = (id: string): SectionSpec => {
  const found = sectionOf(id);
  if (found === undefined) throw new Error(`区画 ${id} がありません。`);
  return found;
};
const first = (id: string, fields: readonly string[]): readonly string[] | null => {
  const found = commentedFields(
    section(id),
    fields.map((field) => ({ field })),
    {},
    nothingKnown,
  );
  return found === null ? null : [...found].toSorted();
};

it.each<readonly [string, string, readonly string[], readonly string[] | null]>([
  ["指摘がなければ、全部の欄", "company", [], null],
  ["一つの欄への指摘", "present-state", ["issues"], ["issues"]],
  ["二つの欄への指摘", "period", ["start", "end"], ["end", "start"]],
  ["表の列への指摘は、表", "equipment", ["equipment.model"], ["equipment"]],
  ["計算した値への指摘があれば、全部の欄", "period", ["months"], null],
  ["区画の全体への指摘があれば、全部の欄", "company", [""], null],
  ["ほかの欄への指摘と計算した値への指摘が並べば、全部の欄", "period", ["start", "months"], null],
])("%s", (_name, id, fields, expected) => {
  expect(first(id, fields)).toEqual(expected);
});

it("指摘の付いた欄の答えで出る欄も、一緒に出す", () => {
  const company = first("company", ["corporationType"]) ?? [];
  expect(company).toContain("corporationType");
  expect(company.length).toBeGreaterThan(1);
  expect(company).not.toContain("contactEmail");
  expect(first("funding", ["guaranteeWanted"])?.length).toBeGreaterThan(1);
  const indicators = first("indicators", ["indicator"]) ?? [];
  expect(indicators.filter((name) => name.startsWith("baseline")).length).toBeGreaterThan(0);
  expect(indicators.filter((name) => name.startsWith("target")).length).toBeGreaterThan(0);
});
