/** 三者の突き合わせ: 片方だけの変更は両方とも活き、両方の変更は競合になり、どの入力も失われない。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawRow, RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import { defineSection } from "#app/domain/plan/field.ts";
import { longText, rows, text } from "#app/domain/plan/field-kinds.ts";
import {
  changedFields,
  conflictKey,
  mergeSection,
  sameSection,
  type SectionMerge,
} from "#app/domain/plan/merge-section.ts";
import { rowsOf } from "#app/domain/plan/read-section.ts";
import { type Choices, resolveConflicts, unresolved } from "#app/domain/plan/resolve-conflicts.ts";

const section: SectionSpec = defineSection({
  id: "sample",
  number: "1",
  title: "見本",
  intro: "",
  fields: {
    name: text({ label: "名称" }),
    note: longText({ label: "現状" }),
    items: rows({
      label: "設備等",
      rowLabel: "設備",
      requirement: "optional",
      maxRows: 50,
      fields: { kind: text({ label: "種類" }), price: text({ label: "単価" }) },
    }),
  },
});

const draft = (name: string, note: string, items: readonly RawRow[] = []): RawSection => ({
  name,
  note,
  items,
});
const row = (id: string, kind: string, price = ""): RawRow => ({ id, kind, price });
const ids = (raw: RawSection): readonly string[] => rowsOf(raw, "items").map(({ id }) => id);

const words = fc.constantFrom("", "あ", "い", "髙橋\n小田", "1,000");
const anyRows = fc
  .uniqueArray(fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e"), kind: words, price: words }), {
    selector: ({ id }) => id,
    maxLength: 5,
  })
  .map((list): readonly RawRow[] => list);
const anyDraft = fc.tuple(words, words, anyRows).map(([name, note, items]) => draft(name, note, items));

/** 区画の値を「場所 → 値」に開く。消えた行は載らない。 */
function cells(raw: RawSection): ReadonlyMap<string, string> {
  return new Map([
    ...["name", "note"].map((field): [string, string] => [
      field,
      typeof raw[field] === "string" ? raw[field] : "",
    ]),
    ...rowsOf(raw, "items").flatMap((one) =>
      ["kind", "price"].map((column): [string, string] => [`items.${one.id}.${column}`, one[column] ?? ""]),
    ),
  ]);
}

const conflicted = (merge: SectionMerge): ReadonlySet<string> => new Set(merge.conflicts.map(conflictKey));

describe("片方だけの変更", () => {
  it("自分だけが変えたときは、自分の値になる", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (base, mine) => {
        expect(mergeSection(section, base, mine, base)).toEqual({ merged: mine, conflicts: [] });
      }),
    );
  });

  it("ほかの人だけが変えたときは、その人の値になる", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (base, theirs) => {
        expect(mergeSection(section, base, base, theirs)).toEqual({ merged: theirs, conflicts: [] });
      }),
    );
  });

  it("二人が同じように変えたときは、競合しない", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (base, both) => {
        expect(mergeSection(section, base, both, both)).toEqual({ merged: both, conflicts: [] });
      }),
    );
  });

  it("別の欄なら、両方の変更が残る", () => {
    const base = draft("旧社名", "現状", [row("a", "機械", "100"), row("b", "工具")]);
    const mine = draft("新社名", "現状", [row("a", "機械", "200"), row("b", "工具"), row("c", "器具")]);
    const theirs = draft("旧社名", "書き直した現状", [row("b", "工具", "50"), row("a", "機械装置", "100")]);
    const merge = mergeSection(section, base, mine, theirs);
    expect(merge.conflicts).toEqual([]);
    expect(merge.merged["name"]).toBe("新社名");
    expect(merge.merged["note"]).toBe("書き直した現状");
    expect(new Set(rowsOf(merge.merged, "items"))).toEqual(
      new Set([row("b", "工具", "50"), row("a", "機械装置", "200"), row("c", "器具")]),
    );
    expect(ids(merge.merged).indexOf("b"), "並べ替えは並べ替えた人の順").toBeLessThan(
      ids(merge.merged).indexOf("a"),
    );
  });
});

describe("失わない", () => {
  it("base と違う自分の値は、合わせた値か競合に必ず残る", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, anyDraft, (base, mine, theirs) => {
        const merge = mergeSection(section, base, mine, theirs);
        const [before, after, merged] = [cells(base), cells(mine), cells(merge.merged)];
        const keys = conflicted(merge);
        const keptInConflict = (place: string) =>
          keys.has(place) || keys.has(place.split(".").slice(0, 2).join("."));
        for (const [place, value] of after)
          if (value !== (before.get(place) ?? "") && merged.get(place) !== value)
            expect(keptInConflict(place), place).toBe(true);
        // 自分が消した行も、黙って戻らない。
        for (const id of ids(base))
          if (!ids(mine).includes(id) && ids(merge.merged).includes(id))
            expect(keys).toContain(`items.${id}`);
      }),
    );
  });

  it("保存されている値も、合わせた値から黙って消えない", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, anyDraft, (base, mine, theirs) => {
        const { merged } = mergeSection(section, base, mine, theirs);
        const [before, saved, after] = [cells(base), cells(theirs), cells(merged)];
        for (const [place, value] of saved)
          if (value !== (before.get(place) ?? "")) expect(after.get(place), place).toBe(value);
      }),
    );
  });
});

describe("選ぶ", () => {
  const everything = (merge: SectionMerge, side: "mine" | "theirs"): Choices =>
    Object.fromEntries(merge.conflicts.map((conflict) => [conflictKey(conflict), side]));

  it("全部で自分を選ぶと、自分の変更が全部残る", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, anyDraft, (base, mine, theirs) => {
        const merge = mergeSection(section, base, mine, theirs);
        const resolved = resolveConflicts(merge, everything(merge, "mine"));
        const [before, after, merged] = [cells(base), cells(mine), cells(resolved)];
        for (const [place, value] of after)
          if (value !== (before.get(place) ?? "")) expect(merged.get(place), place).toBe(value);
        for (const id of ids(base)) if (!ids(mine).includes(id)) expect(ids(resolved)).not.toContain(id);
      }),
    );
  });

  it("全部で保存されている値を選ぶと、合わせた値のままになる", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, anyDraft, (base, mine, theirs) => {
        const merge = mergeSection(section, base, mine, theirs);
        expect(resolveConflicts(merge, everything(merge, "theirs"))).toEqual(merge.merged);
        expect(unresolved(merge, everything(merge, "theirs"))).toEqual([]);
        expect(unresolved(merge, {})).toEqual(merge.conflicts);
      }),
    );
  });

  it("書き換えた行を相手が消していたら、行の競合になり、自分を選ぶと行が戻る", () => {
    const base = draft("", "", [row("a", "機械")]);
    const mine = draft("", "", [row("a", "機械装置")]);
    const merge = mergeSection(section, base, mine, draft("", ""));
    expect(merge.conflicts).toEqual([
      {
        kind: "row",
        field: "items",
        rowId: "a",
        base: row("a", "機械"),
        mine: row("a", "機械装置"),
        theirs: null,
      },
    ]);
    expect(ids(merge.merged)).toEqual([]);
    expect(rowsOf(resolveConflicts(merge, { "items.a": "mine" }), "items")).toEqual([row("a", "機械装置")]);
  });
});

describe("違い", () => {
  it("違う欄がなければ同じ区画で、合わせ直しても変わらない", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        expect(sameSection(section, a, a)).toBe(true);
        expect(sameSection(section, a, b)).toBe(changedFields(section, a, b).length === 0);
        const { merged } = mergeSection(section, a, b, b);
        expect(changedFields(section, merged, b)).toEqual([]);
      }),
    );
  });
});
