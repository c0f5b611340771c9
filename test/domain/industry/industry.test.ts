import { describe, expect, it } from "vitest";
import {
  childIndustries,
  findIndustry,
  industryLabel,
  revisionInForce,
} from "#app/domain/industry/find-industry.ts";
import { jsicRevisions } from "#app/domain/rulebook/industry-table.ts";
import { rulebook } from "../rulebook/first-edition.ts";

describe("日本標準産業分類", () => {
  it("細分類を大・中・小分類とともに引く", () => {
    const found = findIndustry(rulebook, 14, "2662");
    expect(found?.division.code).toBe("E");
    expect(found?.majorGroup.code).toBe("26");
    expect(found?.group.code).toBe("266");
    expect(found === undefined ? "" : industryLabel(found.class)).toBe(`2662 ${found?.class.name ?? ""}`);
  });

  it("細分類でないコードと知らないコードは引けない", () => {
    for (const code of ["E", "26", "266", "", "26620", "２６６２"]) {
      expect(findIndustry(rulebook, 14, code), code).toBeUndefined();
    }
  });

  it("廃止されたコードは第13回だけ、新設のコードは第14回だけにある", () => {
    expect(findIndustry(rulebook, 13, "6098")).toBeDefined();
    expect(findIndustry(rulebook, 14, "6098")).toBeUndefined();
    expect(findIndustry(rulebook, 13, "4892")).toBeUndefined();
    expect(findIndustry(rulebook, 14, "4892")).toBeDefined();
  });

  it("大分類から順にたどると、すべての細分類に一度ずつ着く", () => {
    for (const revision of jsicRevisions) {
      const walk = (code: string | null): string[] =>
        childIndustries(rulebook, revision, code).flatMap((industry) =>
          industry.level === "class" ? [industry.code] : walk(industry.code),
        );
      expect(walk(null)).toEqual(rulebook.industries[revision].classes.map(({ code }) => code));
    }
  });

  it("令和6年4月1日から第14回改定", () => {
    expect(revisionInForce(rulebook, "2024-03-31")).toBe(13);
    expect(revisionInForce(rulebook, "2024-04-01")).toBe(14);
  });
});
