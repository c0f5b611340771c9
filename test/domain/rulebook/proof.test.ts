/** 公布前の点検: 第一版は通り、欠けや重なりのある版は、どこを直すかを言って止める。 */
import { describe, expect, it } from "vitest";
import { type Proof, proveEdition } from "#app/domain/rulebook/proof.ts";
import { proofIds } from "#app/domain/rulebook/proof-check.ts";
import type { RulebookTableRows } from "#app/domain/rulebook/tables.ts";
import { parsed } from "./first-edition.ts";

const heading = { label: "試しの版", effectiveFrom: "2026-12-01" };
const prove = (changed: Partial<RulebookTableRows> = {}): Proof =>
  proveEdition(heading, { ...parsed.tables, ...changed });
const checkOf = (proof: Proof, id: (typeof proofIds)[number]) => {
  const check = proof.checks.find((one) => one.id === id);
  if (check === undefined) throw new Error(id);
  return check;
};
const { tables } = parsed;

describe("第一版", () => {
  it("直さなければならない所はなく、二つの改定の全細分類と47都道府県を調べる", () => {
    const proof = prove();
    expect(proof.checks.map(({ id }) => id)).toEqual([...proofIds]);
    expect(proof.checks.filter(({ outcome }) => outcome === "fail")).toEqual([]);
    expect(proof.failed).toBe(false);
    expect(checkOf(proof, "coverage")).toMatchObject({ outcome: "pass", examined: (1460 + 1473) * 47 });
  });

  it("下限のない指標は、警告だけになると知らせる", () => {
    const indicators = checkOf(prove(), "indicators");
    expect(indicators.outcome).toBe("warn");
    expect(indicators.found).toBe(tables.indicators.filter(({ withoutFloor }) => withoutFloor).length);
  });
});

describe("休日の表", () => {
  const upTo = (year: string) => ({ holidays: tables.holidays.filter(({ date }) => date <= year) });

  it("施行から一年後までの年がそろっていれば通る", () => {
    expect(checkOf(prove(), "holidays")).toMatchObject({ outcome: "pass", found: 0 });
  });

  it.each([
    ["次の年がない", "2026-12-31", ["2027年"]],
    ["施行の年からない", "2025-12-31", ["2026年", "2027年"]],
  ])("%sと、止めずに、書き足す年を言う", (_name, last, years) => {
    const check = checkOf(prove(upTo(last)), "holidays");
    expect(check.outcome).toBe("warn");
    expect(check.findings.map(({ where }) => where)).toEqual(years);
  });

  it("表のない版でも、点検は終わる", () => {
    expect(checkOf(prove({ holidays: [] }), "holidays").outcome).toBe("warn");
  });
});

describe("止める版", () => {
  it.each([
    [
      "決まりのない業種",
      "coverage",
      { routingRules: tables.routingRules.filter(({ prefix }) => !prefix.startsWith("47")) },
      "当てはまる決まりがありません。",
    ],
    [
      "受け付ける局のない県",
      "coverage",
      {
        jurisdictions: tables.jurisdictions.map((row) =>
          row.family === "meti" && row.office === "meti-tohoku"
            ? { ...row, prefectures: ["02", "03", "04", "05", "06"] }
            : row,
        ),
      },
      "経済産業省の受け付ける局がありません: 福島県",
    ],
    [
      "使われない決まり",
      "deadRules",
      {
        routingRules: [
          ...tables.routingRules,
          ...tables.routingRules
            .filter(({ prefix }) => prefix === "47")
            .map((row) => ({ ...row, prefix: "999" })),
        ],
      },
      "どの細分類にも当てはまらない決まりです。",
    ],
    [
      "同じ県を二つの局が受け持つ",
      "overlaps",
      {
        jurisdictions: tables.jurisdictions.map((row) =>
          row.family === "meti" && row.office === "meti-tohoku"
            ? { ...row, prefectures: [...row.prefectures, "08"] }
            : row,
        ),
      },
      "管轄が重なり、書いた順で答えが変わります。",
    ],
    [
      "同じ業種の決まりが二つある",
      "overlaps",
      {
        routingRules: [
          ...tables.routingRules,
          ...tables.routingRules
            .filter(({ prefix }) => prefix === "47")
            .map((row) => ({ ...row, guideline: "manufacturing" })),
        ],
      },
      "書いた順で答えが変わります。",
    ],
    [
      "文書番号のない局",
      "offices",
      { documentNumbering: tables.documentNumbering.filter(({ office }) => office !== "meti-kanto") },
      "文書番号の書式がありません。",
    ],
    [
      "番号の抜けた項目",
      "itemNumbers",
      { guidelineItems: tables.guidelineItems.filter(({ id }) => id !== "manufacturing-1-2") },
      "(2) のはずの項目が (3) です。",
    ],
    [
      "下限のない計画期間",
      "indicators",
      {
        growthFloors: tables.growthFloors.filter(
          ({ guideline, months }) => guideline !== "manufacturing" || months !== 48,
        ),
      },
      "下限がありません: 4年間（48か月）。",
    ],
    [
      "施行日に長のいない局",
      "signatories",
      {
        officeHeads: [
          {
            office: "meti-kanto",
            title: "関東経済産業局長",
            name: "前任 者",
            validFrom: "2025-07-01",
            validTo: "2026-06-30",
            certainty: "seen" as const,
            source: "人事異動",
          },
        ],
      },
      "2026-12-01 に在任する長がいません。",
    ],
  ] as const)("%s", (_name, id, changed, message) => {
    const proof = prove(changed);
    const check = checkOf(proof, id);
    expect(check.outcome).toBe("fail");
    expect(check.findings.map((finding) => finding.message).join("\n")).toContain(message);
    expect(proof.failed).toBe(true);
  });
});
