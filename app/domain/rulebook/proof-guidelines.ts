/** 点検: 指針の項目の番号が抜けなく並び、どの指標にも良い向きと下限がある。 */
import type { Guideline } from "./guideline-rules.ts";
import { proofCheck, type ProofCheck, type ProofFinding } from "./proof-check.ts";
import { linkToRow, type RowLink } from "./row-link.ts";
import type { Rulebook } from "./rulebook.ts";
import type { RowOf } from "./tables.ts";

/** 全部を収録した指針の番号の抜けは誤り、一部だけを収録した指針では知らせるだけ。 */
export function checkItemNumbers(rulebook: Rulebook): ProofCheck {
  const guidelines = [...rulebook.guidelines.values()];
  const findings = guidelines.flatMap((guideline) => [
    ...orderGaps(guideline),
    ...codeGaps(guideline),
    ...emptySections(guideline),
  ]);
  const examined = guidelines.reduce((sum, { items, sections }) => sum + items.length + sections.length, 0);
  return proofCheck("itemNumbers", "項目の番号に抜けがない", examined, findings);
}

function orderGaps({ name, sections, items }: Guideline): readonly ProofFinding[] {
  const gaps = <T extends "guidelineSections" | "guidelineItems">(
    table: T,
    rows: readonly RowOf<T>[],
    what: string,
  ): readonly ProofFinding[] =>
    rows.flatMap((row, index): readonly ProofFinding[] => {
      const message = `${what}の${index + 1}番目の順番が${row.order}です。`;
      const found = { severity: "fail", where: name, message, rows: [linkToRow(table, row)] } as const;
      return row.order === index + 1 ? [] : [found];
    });
  return [...gaps("guidelineSections", sections, "見出し"), ...gaps("guidelineItems", items, "項目")];
}

/** 同じ見出しの下の (1) (2) (3) の抜け。 */
function codeGaps({ name, items, sections, itemsCoverage }: Guideline): readonly ProofFinding[] {
  const headings = new Map(sections.map(({ id, heading }) => [id, heading]));
  const last = new Map<string, number>();
  return items.flatMap(({ guideline, section, parent, code }): readonly ProofFinding[] => {
    const number = Number(/^[(（](\d+)[)）]$/u.exec(code ?? "")?.[1]);
    if (Number.isNaN(number)) return [];
    const group = `${section}/${parent ?? ""}`;
    const expected = (last.get(group) ?? 0) + 1;
    last.set(group, number);
    if (number === expected) return [];
    return [
      {
        severity: itemsCoverage === "complete" ? "fail" : "warn",
        where: `${name} ${headings.get(section) ?? ""}`,
        message: `(${expected}) のはずの項目が (${number}) です。`,
        rows: [{ table: "guidelineItems", filters: { guideline, section } }],
      },
    ];
  });
}

function emptySections({ name, items, sections, itemsCoverage }: Guideline): readonly ProofFinding[] {
  const filled = new Set(items.map(({ section }) => section));
  const severity = itemsCoverage === "complete" ? "fail" : "warn";
  return sections
    .filter(({ id }) => !filled.has(id))
    .map((row) => ({
      severity,
      where: `${name} ${row.heading}`,
      message: "項目が一つもありません。",
      rows: [linkToRow("guidelineSections", row)],
    }));
}

/** 良い向きは表の検査が保証する。下限は、どの計画期間にもあるか、なくてよいと書いてある。 */
export function checkIndicators(rulebook: Rulebook): ProofCheck {
  const periods = rulebook.procedure.periodChoices;
  let examined = 0;
  const findings: ProofFinding[] = [];
  for (const guideline of rulebook.guidelines.values()) {
    if (guideline.indicators.size === 0)
      findings.push({
        severity: "fail",
        where: guideline.name,
        message: "指標が一つもありません。",
        rows: [linkToRow("guidelines", guideline)],
      });
    for (const indicator of guideline.indicators.values()) {
      examined += 1;
      const where = `${guideline.name} ${indicator.name}`;
      const missing = periods.filter(({ months }) => !indicator.floors.has(months));
      if (missing.length === 0) continue;
      const rows: readonly RowLink[] = [
        linkToRow("indicators", indicator),
        { table: "growthFloors", filters: { guideline: guideline.id, indicator: indicator.id } },
      ];
      const words = missing.map(({ label }) => label).join("、");
      findings.push(
        indicator.withoutFloor
          ? { severity: "warn", where, message: `下限がないため、警告だけになります: ${words}`, rows }
          : {
              severity: "fail",
              where,
              message: `下限がありません: ${words}。下限を書くか、「下限がなくてよい」と書いてください。`,
              rows,
            },
      );
    }
  }
  return proofCheck("indicators", "どの指標にも良い向きと下限がある", examined, findings);
}
