import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkItemCounts,
  guidelineOf,
  itemByPrintedCode,
  itemsInOfficialOrder,
  requiredItemCounts,
  sizeClassOf,
} from "#app/domain/guideline/guideline.ts";
import type { Guideline } from "#app/domain/rulebook/guideline-rules.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const guideline = (id: string): Guideline => {
  const found = guidelineOf(rulebook, id);
  if (found === undefined) throw new Error(id);
  return found;
};
const manufacturing = guideline("manufacturing");
const idsOf = (of: Guideline, ...codes: string[]) =>
  codes.map((code) => itemByPrintedCode(of, code)?.id ?? code);

describe("事業分野別指針（法第16条）の項目", () => {
  it("21指針を公表の順に並べ、12番目は建設業", () => {
    const names = [...rulebook.guidelines.values()].map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(["製造業", "卸・小売業", "外食・中食"]);
    expect(names[11]).toBe("建設業");
    expect(names[20]).toBe("農業分野");
  });

  it("製造業はイ(1)からトまで公表の順", () => {
    expect(itemsInOfficialOrder(manufacturing).map(({ printedCode }) => printedCode)).toEqual(
      "イ(1) イ(2) イ(3) ロ(1) ロ(2) ハ(1) ハ(2) ハ(3) ニ(1) ニ(2) ニ(3) ホ(1) ホ(2) ホ(3) ホ(4) ヘ ト".split(
        " ",
      ),
    );
  });

  it("小売業の入れ子は深さを付けて平らに並べ、末端だけを選べる", () => {
    const items = itemsInOfficialOrder(guideline("wholesale-retail"));
    expect(items.map(({ printedCode, depth, selectable }) => [printedCode, depth, selectable])).toEqual([
      ["イ(1)", 0, false],
      ["イ(1)(i)", 1, true],
      ["イ(1)(ii)", 1, true],
      ["ロ(1)", 0, true],
      ["ロ(2)", 0, false],
      ["ロ(2)(i)", 1, true],
      ["ロ(2)(ii)(イ)", 1, true],
      ["ロ(2)(ii)(ロ)", 1, true],
      ["ロ(2)(iii)", 1, true],
    ]);
  });

  it("基本方針の項目は該当箇所として選ばない", () => {
    expect(itemsInOfficialOrder(guideline("basic-policy")).some(({ selectable }) => selectable)).toBe(false);
  });

  it("様式の記号から項目を引く。括弧の全角半角は問わない", () => {
    expect(itemByPrintedCode(manufacturing, "イ（2）")?.label).toBe("多能工化及び機械の多台持ちの推進");
    expect(itemByPrintedCode(guideline("construction"), "四ハ")?.id).toBe("construction-4-3");
    expect(itemByPrintedCode(manufacturing, "チ(1)")).toBeUndefined();
  });

  it("知らない指針は引けない", () => {
    expect(guidelineOf(rulebook, "warehouse")).toBeUndefined();
  });
});

describe("規模ごとの必要項目数", () => {
  it.each([
    [0, "small"],
    [19, "small"],
    [20, "medium"],
    [30, "medium"],
    [299, "medium"],
    [300, "large"],
    [2000, "large"],
  ])("製造業 %i人は %s", (employees, sizeClass) => {
    expect(sizeClassOf(manufacturing, employees)?.id).toBe(sizeClass);
  });

  it("製造業の中規模は、イ(1)〜ニ(3)から2、ホ(1)〜トから1（確認済み）", () => {
    expect(
      requiredItemCounts(manufacturing, 46).map(({ label, minimum, certainty }) => [
        label,
        minimum,
        certainty,
      ]),
    ).toEqual([
      ["イ(1)〜ニ(3)", 2, "seen"],
      ["ホ(1)〜ト", 1, "seen"],
    ]);
  });

  it("例の製造業（イ(2)、ハ(2)、ホ(1)）は足りている", () => {
    expect(checkItemCounts(manufacturing, 46, idsOf(manufacturing, "イ(2)", "ハ(2)", "ホ(1)"))).toEqual([]);
  });

  it("中規模で足りなければ誤り、規模の確かでない決まりでは警告", () => {
    const chosen = idsOf(manufacturing, "イ(2)", "イ(2)");
    expect(checkItemCounts(manufacturing, 46, chosen)).toMatchObject([
      { chosen: 1, missing: 1, severity: "error" },
      { chosen: 0, missing: 1, severity: "error" },
    ]);
    expect(checkItemCounts(manufacturing, 300, chosen).map(({ severity }) => severity)).toEqual([
      "warning",
      "warning",
    ]);
    expect(checkItemCounts(guideline("construction"), 12, [])).toMatchObject([
      { missing: 1, severity: "warning" },
    ]);
  });

  it("必要項目数のわからない指針では何も言わない", () => {
    expect(checkItemCounts(guideline("nursing-care"), 164, [])).toEqual([]);
    expect(checkItemCounts(guideline("basic-policy"), 118, [])).toEqual([]);
  });

  it("項目を増やして不足が増えることはない", () => {
    const ids = manufacturing.items.map(({ id }) => id);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.subarray(ids),
        fc.constantFrom(...ids),
        (n, chosen, more) => {
          const missing = (items: readonly string[]) =>
            checkItemCounts(manufacturing, n, items).reduce((sum, finding) => sum + finding.missing, 0);
          expect(missing([...chosen, more])).toBeLessThanOrEqual(missing(chosen));
          expect(missing(ids)).toBe(0);
        },
      ),
    );
  });
});
