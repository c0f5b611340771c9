/** 変更認定申請で変わった所。元の版に違いを当てれば、必ず次の版になる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedParts } from "#app/domain/plan/changed-parts.ts";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { manufacturing, withFields, withRow } from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";
import { someAnswers } from "./plan-arbitrary.ts";

const made = manufacturing.answers;
const documentOf = (answers: RawAnswers): PlanDocument => planDocument(rulebook, answers, date("2026-12-01"));
const parts = (after: RawAnswers) => changedParts(documentOf(made), documentOf(after));

describe("変わった所", () => {
  it("直した欄だけが変わったことになる", () => {
    const changed = parts(withFields(made, "company", { employees: "48" }));
    expect(changed.fieldChanged("company", "employees")).toBe(true);
    expect(changed.fieldChanged("company", "name")).toBe(false);
  });

  it("直した行は直したセルだけ、足した行は値のあるセルの全部が変わったことになる", () => {
    const funds = made["funding"]?.["funds"] as readonly RawRow[];
    const [first] = funds;
    if (first === undefined) throw new Error("資金の行がありません。");
    const after = withFields(withRow(made, ["funding", "funds"], 0, { amount: "1" }), "funding", {
      funds: [{ ...first, amount: "1" }, ...funds.slice(1), { ...first, id: "fund-9" }],
    });
    const changed = parts(after);
    expect(changed.rowChange("funding", "funds", first.id)).toBe("changed");
    expect(changed.cellChanged("funding", "funds", first.id, "amount")).toBe(true);
    expect(changed.cellChanged("funding", "funds", first.id, "purpose")).toBe(false);
    expect(changed.rowChange("funding", "funds", "fund-9")).toBe("added");
    expect(changed.cellChanged("funding", "funds", "fund-9", "purpose")).toBe(true);
    expect(
      parts(withFields(made, "funding", { funds: funds.slice(1) })).removedRows("funding", "funds"),
    ).toEqual([first.id]);
  });

  it("変更事項の区画は、計画の中身ではないので比べない", () => {
    const document = documentOf(made);
    const change = { id: "change", number: "", title: "変更事項", entries: [] };
    expect(changedParts(document, { ...document, sections: [change, ...document.sections] }).changes).toEqual(
      [],
    );
  });
});

/** 木の値の全部。場所 → 値。空の値は、無いのと同じ。 */
function valuesOf(document: PlanDocument): ReadonlyMap<string, string> {
  const all = document.sections
    .filter(({ id }) => id !== "change")
    .flatMap(({ id, entries }) =>
      entries.flatMap((entry): readonly (readonly [string, string])[] =>
        entry.kind === "value"
          ? [[`${id} ${entry.field}`, entry.value === "" ? "" : `${entry.value}${entry.unit ?? ""}`]]
          : entry.rows.flatMap((row) =>
              entry.columns.map((column, at) => [
                `${id} ${entry.field}.${column.field} ${row.id}`,
                row.cells[at] ?? "",
              ]),
            ),
      ),
    );
  return new Map(all.filter(([, value]) => value !== "").toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

it("どの二つの版でも、元の版に示した違いを当てれば、次の版になる", () => {
  fc.assert(
    fc.property(someAnswers, someAnswers, (before, after) => {
      const [base, next] = [documentOf(before), documentOf(after)];
      const patched = new Map(valuesOf(base));
      for (const { section, field, row, before: was, after: now } of changedParts(base, next).changes) {
        const place = row === undefined ? `${section} ${field}` : `${section} ${field} ${row.id}`;
        expect(patched.get(place) ?? "").toBe(was);
        if (now === "") patched.delete(place);
        else patched.set(place, now);
      }
      const sorted = [...patched].toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted).toEqual([...valuesOf(next)]);
    }),
    { numRuns: 60 },
  );
});
