/** 大→中→小→細分類と選ぶ途中の様子。どの改定のどの分類でも、上の段とその選択肢が決まる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepestChosen, industryPick } from "#app/domain/industry/industry-pick.ts";
import { unknownIndustryWords } from "#app/domain/industry/unknown-industry.ts";
import { type JsicRevision, jsicRevisions } from "#app/domain/rulebook/industry-table.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const on = date("2026-12-01");
const pick = (revision: JsicRevision, at: string, prefecture = "04") =>
  industryPick(rulebook, { revision, at, prefecture, on });
const everything = jsicRevisions.flatMap((revision) => [...rulebook.industries[revision].byCode.values()]);

describe("分類をたどる", () => {
  it("どの分類を開いても、選ばれた番号は、その段の選択肢の中にある", () => {
    fc.assert(
      fc.property(fc.constantFrom(...everything), ({ revision, code, level }) => {
        const { chosen, lists, named } = pick(revision, code);
        expect(chosen[level]).toBe(code);
        for (const [name, value] of Object.entries(chosen))
          if (value !== "")
            expect(lists[name as keyof typeof lists].map((option) => option.code)).toContain(value);
        expect(deepestChosen(rulebook, revision, chosen)).toBe(code);
        expect(named !== null).toBe(level === "class");
        if (named !== null) expect(named.answer).not.toBeNull();
      }),
    );
  });

  it("上の段を選び直すと、つながらない下の段は選ばれていないとみなす", () => {
    const { chosen } = pick(14, "2662");
    expect(deepestChosen(rulebook, 14, { ...chosen, division: "D" })).toBe("D");
    expect(deepestChosen(rulebook, 14, { ...chosen, majorGroup: "09" })).toBe("09");
    expect(deepestChosen(rulebook, 14, { ...chosen, division: "" })).toBe("");
    expect(deepestChosen(rulebook, 14, { ...chosen, class: "9999" })).toBe("266");
  });
});

describe("分類表にない番号", () => {
  it.each([
    [14, "6098", "第14回改定にはなく、第13回改定の番号です（6098 中古品小売業"],
    [13, "4892", "第13回改定にはなく、第14回改定の番号です（4892 レッカー・ロードサービス業）"],
    [14, "9998", "「9998」という細分類はありません"],
  ] as const)("第%s回改定の %s", (revision, code, words) => {
    expect(unknownIndustryWords(rulebook, revision, code)).toContain(words);
  });

  it("ある番号には何も言わない", () => {
    expect(unknownIndustryWords(rulebook, 14, "2662")).toBeNull();
  });
});
