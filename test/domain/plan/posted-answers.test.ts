/** 画面に出ていなかった欄は、送られなくても前の値のまま残る。 */
import { describe, expect, it } from "vitest";
import { defineSection, type SectionSpec } from "#app/domain/plan/field.ts";
import { rows, text } from "#app/domain/plan/field-kinds.ts";
import { completeAnswers } from "#app/domain/plan/posted-answers.ts";

const section: SectionSpec = defineSection({
  id: "sample",
  number: "1",
  title: "見本",
  intro: "",
  fields: {
    name: text({ label: "名称" }),
    hidden: text({ label: "隠れた欄" }),
    items: rows({
      label: "設備等",
      rowLabel: "設備",
      requirement: "optional",
      maxRows: 3,
      fields: { kind: text({ label: "種類" }), price: text({ label: "単価" }) },
    }),
  },
});
const base = {
  name: "旧",
  hidden: "前に打った値",
  items: [{ id: "a", kind: "機械", price: "100" }],
};
const complete = (posted: unknown, rowsShown: readonly string[] = []) =>
  completeAnswers(section, posted, base, rowsShown, () => "new-row");

describe("送られた値", () => {
  it("送られた欄は、空でも送られた値になる", () => {
    expect(complete({ name: "", hidden: "新" })).toEqual({ ...base, name: "", hidden: "新" });
  });

  it("出ていなかった欄は、画面が読んだ版の値のまま", () => {
    expect(complete({ name: "新" })).toEqual({ ...base, name: "新" });
  });

  it("出ていた行を全部消すと、行はなくなる", () => {
    expect(complete({ name: "旧" }, ["items"])).toEqual({ ...base, items: [] });
  });

  it("行の中の出ていなかった列は、その行の前の値のまま。新しい行では空", () => {
    expect(complete({ items: [{ id: "a", kind: "機械装置" }, { kind: "工具" }] })["items"]).toEqual([
      { id: "a", kind: "機械装置", price: "100" },
      { id: "new-row", kind: "工具", price: "" },
    ]);
  });

  it("形の分からない送信でも、前の値を消さない", () => {
    for (const posted of [null, "文字", 1, [], undefined]) expect(complete(posted)).toEqual(base);
  });
});
