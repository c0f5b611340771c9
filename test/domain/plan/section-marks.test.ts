/** 画面と様式に出す印。元の版に、出した印のとおりに当てれば、必ず次の版になる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedParts } from "#app/domain/plan/changed-parts.ts";
import { type DocumentSection, entryText, type PlanDocument } from "#app/domain/plan/document.ts";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { baseSection, documentMarks, onlyChanged, sectionMarks } from "#app/domain/plan/section-marks.ts";
import { manufacturing, withFields, withRow } from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";
import { someAnswers } from "./plan-arbitrary.ts";

const made = manufacturing.answers;
const documentOf = (answers: RawAnswers): PlanDocument => planDocument(rulebook, answers, date("2026-12-01"));
const marksOf = (after: RawAnswers) => documentMarks(documentOf(made), documentOf(after));
const funds = made["funding"]?.["funds"] as readonly RawRow[];

describe("変わった所の印", () => {
  it("値の欄は一つ、表は行ごとに一つと数える", () => {
    const [first] = funds;
    if (first === undefined) throw new Error("資金の行がありません。");
    const added = withFields(made, "funding", { funds: [...funds, { ...first, id: "fund-9" }] });
    const marks = marksOf(withFields(added, "company", { employees: "48" }));
    expect(marks.section("funding")?.rows.get("funds")?.get("fund-9")?.kind).toBe("added");
    expect(marks.section("company")?.values.get("employees")).toEqual({ before: "46人", after: "48人" });
    expect(marks.section("company")?.count).toBe(1);
    expect(marks.section("measures")).toBeUndefined();
  });

  it("消した行は、元の値とともに残る", () => {
    const removed = marksOf(withFields(made, "funding", { funds: funds.slice(1) }))
      .section("funding")
      ?.removedRows.get("funds");
    expect(removed?.map(({ id, position }) => ({ id, position }))).toEqual([
      { id: funds[0]?.id, position: 1 },
    ]);
    expect(removed?.[0]?.cells.map(({ value }) => value)).toContain(funds[0]?.["purpose"]);
  });

  it("認定を受けた計画に無かった区画は、書いた欄の全部が変わったことになる", () => {
    const now = documentOf(made).sections.find(({ id }) => id === "period");
    const base = baseSection(
      { id: "period", number: "3", title: "実施時期" },
      { ...documentOf(made), sections: [] },
    );
    if (now === undefined || base === null) throw new Error("区画がありません。");
    const written = now.entries.filter((entry) => entry.kind === "value" && entry.value !== "");
    expect([...sectionMarks(base, now).values.keys()]).toEqual(written.map(({ field }) => field));
  });

  it("変わった所だけの木には、変わった欄と行だけが残る", () => {
    const after = documentOf(withRow(made, ["funding", "funds"], 0, { purpose: "検査装置" }));
    const marks = documentMarks(documentOf(made), after);
    const shown = onlyChanged(after, marks);
    expect(shown.sections.map(({ id }) => id)).toEqual(["funding"]);
    expect(shown.sections[0]?.entries.map(({ field }) => field)).toEqual(["funds"]);
    expect(shown.sections[0]?.entries.map((entry) => entry.kind === "table" && entry.rows.length)).toEqual([
      1,
    ]);
  });
});

/** 場所 → 値。空の値は、無いのと同じ。 */
const valuesOf = (sections: readonly DocumentSection[]): Map<string, string> =>
  new Map(
    sections
      .flatMap(({ id, entries }) =>
        entries.flatMap((entry): readonly (readonly [string, string])[] =>
          entry.kind === "value"
            ? [[`${id} ${entry.field}`, entryText(entry)]]
            : entry.rows.flatMap((row) =>
                entry.columns.map((column, at) => [
                  `${id} ${entry.field}.${column.field} ${row.id}`,
                  row.cells[at] ?? "",
                ]),
              ),
        ),
      )
      .filter(([, value]) => value !== ""),
  );

it("どの二つの版でも、元の版に、画面に出した印のとおりに当てれば、次の版になる", () => {
  fc.assert(
    fc.property(someAnswers, someAnswers, (before, after) => {
      const inForm = ({ id }: DocumentSection): boolean => id !== "change";
      const base = documentOf(before).sections.filter(inForm);
      const now = documentOf(after).sections.filter(inForm);
      const patched = valuesOf(base);
      const put = (place: string, was: string, value: string): void => {
        expect(patched.get(place) ?? "").toBe(was);
        if (value === "") patched.delete(place);
        else patched.set(place, value);
      };
      const marks = documentMarks(documentOf(before), documentOf(after));
      for (const section of now) {
        const own = marks.section(section.id);
        for (const [field, change] of own?.values ?? [])
          put(`${section.id} ${field}`, change.before, change.after);
        for (const entry of section.entries) {
          if (entry.kind !== "table") continue;
          for (const [row, { cells }] of own?.rows.get(entry.field) ?? [])
            for (const [column, change] of cells)
              if (entry.columns.some(({ field }) => field === column))
                put(`${section.id} ${entry.field}.${column} ${row}`, change.before, change.after);
          for (const { id } of own?.removedRows.get(entry.field) ?? [])
            for (const place of [...patched.keys()].filter(
              (key) => key.startsWith(`${section.id} ${entry.field}.`) && key.endsWith(` ${id}`),
            ))
              patched.delete(place);
        }
      }
      const gone = [
        ...now.flatMap(({ id }) => marks.section(id)?.gone ?? []),
        ...marks.goneSections.flatMap(({ changes }) => changes),
      ];
      for (const { section, field, row, before: was, after: value } of gone)
        put(row === undefined ? `${section} ${field}` : `${section} ${field} ${row.id}`, was, value);
      const sorted = (values: Map<string, string>) => [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(patched)).toEqual(sorted(valuesOf(now)));
      expect(marks.count === 0).toBe(
        changedParts(documentOf(before), documentOf(after)).changes.length === 0,
      );
    }),
    { numRuns: 60 },
  );
});
