/** 市区町村で局が変わる所: 山口県の四市の海事は九州運輸局、ほかは中国運輸局。 */
import { describe, expect, it } from "vitest";
import { lookupAnswer } from "#app/domain/routing/lookup-answer.ts";
import { routePlan } from "#app/domain/routing/route.ts";
import { jsicRevisions } from "#app/domain/rulebook/industry-table.ts";
import { rulebook } from "#test/domain/rulebook/first-edition.ts";

const on = "2026-12-01";
const officeOf = (industry: string, prefecture: string, municipality?: string): string => {
  const answer = routePlan(rulebook, { revision: 14, industry, prefecture, municipality, on });
  return answer.kind === "office" ? answer.office.name : answer.kind;
};
const cities = ["下関市", "宇部市", "長門市", "山陽小野田市"];

describe("山口県の海事", () => {
  it.each(cities)("%sの船舶製造業は九州運輸局", (city) => {
    expect(officeOf("3131", "35", city)).toBe("九州運輸局");
    expect(officeOf("4511", "35", city)).toBe("九州運輸局");
  });

  it("ほかの市と、市の分からない間は中国運輸局で、どの市なら変わるかを言う", () => {
    expect(officeOf("3131", "35", "山口市")).toBe("中国運輸局");
    expect(officeOf("3131", "35")).toBe("中国運輸局");
    const answer = lookupAnswer(rulebook, { industry: "3131", prefecture: "35", today: on });
    if (!answer.ok) throw new Error("断られました。");
    expect(answer.value.municipalities.map(({ municipality }) => municipality)).toEqual(cities);
    expect(answer.value.explanation.join("")).toContain(
      "山口県の下関市、宇部市、長門市、山陽小野田市にあるときは、九州運輸局が受け付けます。",
    );
  });

  it("海事でない業種は、下関市でも中国運輸局など、県の局のまま", () => {
    expect(officeOf("4411", "35", "下関市")).toBe("中国運輸局");
    expect(officeOf("4711", "35", "下関市")).toBe("中国運輸局");
    expect(officeOf("2662", "35", "下関市")).toBe("中国経済産業局");
  });
});

it("市区町村を聞くのは、山口県の海事だけ", () => {
  const asked = new Set<string>();
  for (const revision of jsicRevisions)
    for (const { code } of rulebook.industries[revision].classes)
      for (const prefecture of rulebook.prefectures.keys()) {
        const answer = routePlan(rulebook, { revision, industry: code, prefecture, on });
        const offices = answer.kind === "office" ? [answer] : "candidates" in answer ? answer.candidates : [];
        if (offices.some(({ municipalities }) => municipalities.length > 0))
          asked.add(`${prefecture}/${code.slice(0, 2)}`);
      }
  expect([...asked].toSorted()).toEqual(["35/31", "35/45", "35/48"]);
});
