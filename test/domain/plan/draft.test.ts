/** 下書きは、書きかけでも読めなくても、打たれた文字を失わない。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftOf, isBlankSection } from "#app/domain/plan/draft.ts";
import type { RawRow, SectionSpec } from "#app/domain/plan/field.ts";
import { readSection, rowsOf } from "#app/domain/plan/read-section.ts";
import { planSections, sectionOf } from "#app/domain/plan/sections.ts";
import { examplePlans } from "#test/support/example-plans.ts";
import { wholePlan } from "./whole-plan.ts";

const sections: readonly SectionSpec[] = planSections;
const section = (id: string): SectionSpec => {
  const found = sectionOf(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const numberedIds = () => {
  let n = 0;
  return () => `new-${(n += 1)}`;
};
const keep = (id: string, input: unknown) => draftOf(section(id), input, numberedIds());

describe("下書きの受け取り", () => {
  it("例の計画は、定義にある欄のまま一字も変わらない", () => {
    for (const { answers } of examplePlans)
      for (const one of sections)
        expect(draftOf(one, answers[one.id], numberedIds())).toMatchObject(answers[one.id] ?? {});
  });

  it("全部の欄に答えた計画のどこで手を止めても、そこまでの文字と行を失わず、読み取りも答える", () => {
    const cut = (text: string): fc.Arbitrary<string> => fc.nat(text.length).map((at) => text.slice(0, at));
    const cutRow = (row: RawRow): fc.Arbitrary<RawRow> =>
      fc
        .record(Object.fromEntries(Object.entries(row).map(([name, text]) => [name, cut(text)])))
        .map((cells) => ({ ...cells, id: row.id }));
    const prefixes = fc.constantFrom(...sections).chain((one) => {
      const given: readonly (readonly [string, fc.Arbitrary<string | readonly RawRow[]>])[] = Object.entries(
        wholePlan[one.id] ?? {},
      ).map(([name, value]) => [
        name,
        typeof value === "string"
          ? cut(value)
          : fc.nat(value.length).chain((count) => fc.tuple(...value.slice(0, count).map(cutRow))),
      ]);
      return fc.record(Object.fromEntries(given), { requiredKeys: [] }).map((input) => ({ one, input }));
    });
    fc.assert(
      fc.property(prefixes, ({ one, input }) => {
        const raw = draftOf(one, input, numberedIds());
        expect(raw).toMatchObject(input);
        expect(readSection(one, raw).values).toBeDefined();
      }),
    );
  });

  it("どんな値が来ても断らず、知っている欄の文字列は全部残し、知らない欄は残さない", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sections),
        fc.anything({ maxDepth: 3 }),
        fc.anything(),
        (one, junk, extra) => {
          const name = Object.keys(one.fields)[0] ?? "";
          const spec = one.fields[name];
          const input = { [name]: junk, unknown: extra, __proto__: { polluted: true } };
          const raw = draftOf(one, input, numberedIds());
          expect(Object.keys(raw)).toEqual(Object.keys(one.fields));
          if (spec?.shape === "field")
            expect(raw[name]).toBe(typeof junk === "string" ? junk.replaceAll("\r\n", "\n") : "");
          else expect(Array.isArray(raw[name])).toBe(true);
        },
      ),
    );
  });

  it.each([[null], ["文字"], [46], [[]], [undefined]])(
    "区画そのものが %j でも、空の下書きになる",
    (input) => {
      const raw = keep("company", input);
      expect(isBlankSection(raw)).toBe(true);
      expect(Object.keys(raw)).toEqual(Object.keys(section("company").fields));
    },
  );
});

describe("行の下書き", () => {
  const measures = (input: unknown): readonly RawRow[] =>
    rowsOf(keep("measures", { measures: input }), "measures");

  it("行の id は保ち、無い・おかしい・重なる id は新しくする", () => {
    const rows = measures([
      { id: "measure-1", description: "一" },
      { description: "二" },
      { id: "measure-1", description: "三" },
      { id: "../etc", description: "四" },
    ]);
    expect(rows.map(({ id, description }) => [id, description])).toEqual([
      ["measure-1", "一"],
      ["new-1", "二"],
      ["new-2", "三"],
      ["new-3", "四"],
    ]);
  });

  it("空の行も落とさない。行でないものは空の行になる", () => {
    const fields = section("measures").fields["measures"];
    const blank = Object.fromEntries(
      Object.keys(fields?.shape === "rows" ? fields.fields : {}).map((name) => [name, ""]),
    );
    expect(measures([{}, "文字", null])).toEqual([
      { ...blank, id: "new-1" },
      { ...blank, id: "new-2" },
      { ...blank, id: "new-3" },
    ]);
  });

  it("行は決められた数まで、文字は記憶を守る長さまで", () => {
    expect(measures(Array.from({ length: 40 }, () => ({ description: "あ" })))).toHaveLength(30);
    expect(measures([{ description: "あ".repeat(30_000) }])[0]?.["description"]).toHaveLength(20_000);
  });
});
