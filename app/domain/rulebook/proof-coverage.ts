/** 点検: どの改定のどの細分類と、どの都道府県の組にも、提出先の答えがある。 */
import { jsicRevisions } from "./industry-table.ts";
import { jurisdictionKey, type RoutingRule } from "./jurisdiction-rules.ts";
import { proofCheck, type ProofCheck, type ProofFinding } from "./proof-check.ts";
import type { Rulebook } from "./rulebook.ts";

export function checkCoverage(rulebook: Rulebook): ProofCheck {
  const findings: ProofFinding[] = [];
  const prefectures = [...rulebook.prefectures.values()];
  let examined = 0;
  if (prefectures.length !== 47)
    findings.push({
      severity: "fail",
      where: "都道府県",
      message: `${prefectures.length} しかありません。`,
      rows: [{ table: "prefectures", filters: {} }],
    });
  for (const revision of jsicRevisions)
    for (const { code, name } of rulebook.industries[revision].classes) {
      const where = `第${revision}回改定 ${code} ${name}`;
      const rule = rulebook.routing[revision].get(code);
      examined += prefectures.length;
      if (rule === undefined)
        findings.push({
          severity: "fail",
          where,
          message: "当てはまる決まりがありません。",
          rows: [{ table: `industries${revision}`, filters: { code } }],
        });
      else findings.push(...unanswered(rulebook, rule, where));
    }
  return proofCheck("coverage", "すべての業種と都道府県に答えがある", examined, findings);
}

function unanswered(rulebook: Rulebook, rule: RoutingRule, where: string): readonly ProofFinding[] {
  if (!rulebook.guidelines.has(rule.guideline.id))
    return [
      {
        severity: "fail",
        where,
        message: `指針「${rule.guideline.id}」がありません。`,
        rows: [{ table: "routingRules", filters: { prefix: rule.prefix } }],
      },
    ];
  return rule.targets.flatMap(({ ministry, family }): readonly ProofFinding[] => {
    const seats = rulebook.jurisdiction.get(jurisdictionKey(ministry.name, family));
    const missing = [...rulebook.prefectures.values()].filter(({ code }) => seats?.has(code) !== true);
    return missing.length === 0
      ? []
      : [
          {
            severity: "fail",
            where,
            message: `${ministry.name}の受け付ける局がありません: ${missing.map(({ name }) => name).join("、")}`,
            rows: [
              { table: "routingRules", filters: { prefix: rule.prefix } },
              { table: "jurisdictions", filters: { family } },
            ],
          },
        ];
  });
}
