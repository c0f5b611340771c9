/** どの欄にも助言があり、打つ欄には例がある。読んだ値の書き直しは、何度読んでも変わらない。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldSpec, SectionSpec } from "#app/domain/plan/field.ts";
import { planSections } from "#app/domain/plan/sections.ts";

const sections: readonly SectionSpec[] = planSections;
type Named = { readonly name: string; readonly spec: FieldSpec };
const fields: readonly Named[] = sections.flatMap((section) =>
  Object.entries(section.fields).flatMap(([name, spec]): readonly Named[] =>
    spec.shape === "field"
      ? [{ name: `${section.id}.${name}`, spec }]
      : Object.entries(spec.fields).map(([column, cell]) => ({
          name: `${section.id}.${name}.${column}`,
          spec: cell,
        })),
  ),
);
const typedFields = fields.filter(({ spec }) => spec.kind !== "choice");

describe("欄の言葉", () => {
  it("どの欄にも、文で終わる助言がある", () => {
    expect(fields.filter(({ spec }) => spec.help === undefined).map(({ name }) => name)).toEqual([]);
    for (const { spec } of fields) expect(spec.help).toMatch(/。$/u);
  });

  it("打つ欄には例があり、例は読める", () => {
    for (const { name, spec } of typedFields) {
      expect(spec.example, name).toBeDefined();
      const example = (spec.example ?? "").replace(/（.*）$/u, "");
      expect(spec.parse(example), name).toMatchObject({ ok: true });
    }
  });
});

describe("入力の書き直し", () => {
  /** 読んだ値を、もう一度打てる文字列にする。 */
  const canonical = (value: unknown): string =>
    typeof value === "boolean" ? (value ? "yes" : "no") : String(value);

  const wide = (text: string): string =>
    text.replaceAll(/[0-9A-Za-z]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const typing = (spec: FieldSpec): fc.Arbitrary<string> => {
    const options = typeof spec.options === "object" ? spec.options.map(({ value }) => value) : ["04"];
    const known = spec.kind === "choice" ? options : [(spec.example ?? "").replace(/（.*）$/u, "")];
    return fc.oneof(
      fc.constantFrom(
        ...known,
        ...known.map((one) => ` ${one}　`),
        ...(spec.kind === "choice" ? [] : known.map(wide)),
      ),
      fc.constantFrom(
        "令和8年12月1日",
        "Ｒ８．１２",
        "２０２６−１２",
        "▲１，２００",
        "３８，０００",
        "０２２ー０００ー００００",
      ),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
  };

  it("一度読んだ値を書いて読み直しても、同じ値になる", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...fields)
          .chain(({ name, spec }) => typing(spec).map((raw) => ({ name, spec, raw }))),
        ({ spec, raw }) => {
          const first = spec.parse(raw);
          if (!first.ok) return;
          expect(spec.parse(canonical(first.value))).toEqual(first);
          // 選択肢の表示は見出しなので、打ち直すものではない。
          if (spec.kind !== "choice") expect(spec.parse(spec.format(first.value))).toEqual(first);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["company.employees", "４６人", 46],
    ["company.capital", "３０，０００，０００円", 30_000_000],
    ["company.establishedOn", "昭和５９年６月１日", "1984-06-01"],
    ["company.contactTelephone", "０２２ー０００ー００００", "022-000-0000"],
    ["company.corporateNumber", "7-9900-0100-0001", "7990001000001"],
    ["period.start", "Ｒ８．１２", "2026-12"],
    ["present-state.sales", "612,000千円", 612_000],
    ["present-state.labourProductivityTarget", "６３４千円／人", "634"],
    ["industry.industries.code", "２６６２", "2662"],
    ["equipment.equipment.quantity", "１台", 1],
    ["real-estate.land.area", "1,204.55㎡", "1204.55"],
  ])("%s の「%s」は読める", (name, raw, expected) => {
    const spec = fields.find((one) => one.name === name)?.spec;
    expect(spec?.parse(raw)).toEqual({ ok: true, value: expected });
  });
});
