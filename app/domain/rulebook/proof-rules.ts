/** 点検: 使われない決まりと、書いた順で答えが変わる重なりがない。 */
import { compileIndustries } from "./compile-industries.ts";
import { compileJurisdiction } from "./compile-jurisdiction.ts";
import { compileRouting } from "./compile-routing.ts";
import { createFaultList } from "./fault-list.ts";
import { jsicRevisions } from "./industry-table.ts";
import type { RoutingRule } from "./jurisdiction-rules.ts";
import { proofCheck, type ProofCheck, type ProofFinding } from "./proof-check.ts";
import { linkToRow } from "./row-link.ts";
import type { Rulebook } from "./rulebook.ts";
import type { RulebookTableRows } from "./tables.ts";

const nameOf = ({
  revision,
  prefix,
}: {
  readonly revision: number | null;
  readonly prefix: string;
}): string => `${prefix}${revision === null ? "" : `（第${revision}回改定）`}`;

/** どの細分類でも、ほかの決まりに負けて使われない決まり。 */
export function checkDeadRules(rulebook: Rulebook, tables: RulebookTableRows): ProofCheck {
  const used = new Set<string>();
  for (const revision of jsicRevisions)
    for (const rule of rulebook.routing[revision].values()) used.add(nameOf(rule));
  const families = new Set(tables.routingRules.flatMap((row) => row.families));
  const findings: ProofFinding[] = [
    ...tables.routingRules
      .filter((row) => !used.has(nameOf(row)))
      .map((row): ProofFinding => {
        const message = "どの細分類にも当てはまらない決まりです。消すか、先頭の桁を直してください。";
        return { severity: "fail", where: nameOf(row), message, rows: [linkToRow("routingRules", row)] };
      }),
    ...tables.municipalJurisdictions
      .filter(({ family }) => !families.has(family))
      .map((row): ProofFinding => {
        const message = `系統「${row.family}」を使う決まりがないため、この例外は使われません。`;
        const rows = [linkToRow("municipalJurisdictions", row)];
        return { severity: "fail", where: row.municipality, message, rows };
      }),
  ];
  return proofCheck("deadRules", "使われない決まりがない", tables.routingRules.length, findings);
}

/** 行の順を逆にして組み立て、答えの変わる業種と管轄を見つける。 */
export function checkOverlaps(rulebook: Rulebook, tables: RulebookTableRows): ProofCheck {
  const reversed: RulebookTableRows = {
    ...tables,
    routingRules: tables.routingRules.toReversed(),
    jurisdictions: tables.jurisdictions.toReversed(),
    municipalJurisdictions: tables.municipalJurisdictions.toReversed(),
  };
  const list = createFaultList();
  const parts = compileJurisdiction(reversed, list);
  const industries = {
    13: compileIndustries(13, reversed, list),
    14: compileIndustries(14, reversed, list),
  };
  const routing = compileRouting(reversed, industries, parts, list);
  const findings: ProofFinding[] = [];
  let examined = 0;
  for (const revision of jsicRevisions)
    for (const [code, rule] of rulebook.routing[revision]) {
      examined += 1;
      const other = routing[revision].get(code);
      if (other === undefined || !sameRule(rule, other))
        findings.push({
          severity: "fail",
          where: `第${revision}回改定 ${code}`,
          message: "同じ業種に当てはまる決まりが二つあり、書いた順で答えが変わります。",
          rows: [{ table: "routingRules", filters: { prefix: rule.prefix } }],
        });
    }
  for (const [key, seats] of rulebook.jurisdiction)
    for (const [prefecture, { office }] of seats) {
      examined += 1;
      const other = parts.jurisdiction.get(key)?.get(prefecture)?.office;
      if (other !== undefined && other.code !== office.code)
        findings.push({
          severity: "fail",
          where: `${key} ${rulebook.prefectures.get(prefecture)?.name ?? prefecture}`,
          message: `${office.name}と${other.name}の管轄が重なり、書いた順で答えが変わります。`,
          rows: [office, other].map(({ code }) => ({
            table: "jurisdictions",
            filters: { office: code, prefectures: prefecture },
          })),
        });
    }
  for (const [key, seats] of rulebook.municipalJurisdiction)
    seats.forEach(({ municipality }, index) => {
      examined += 1;
      if (seats.findIndex((seat) => seat.municipality === municipality) !== index)
        findings.push({
          severity: "fail",
          where: `${key} ${municipality}`,
          message: "例外が二つあります。",
          rows: [{ table: "municipalJurisdictions", filters: { municipality } }],
        });
    });
  return proofCheck("overlaps", "書いた順で答えが変わらない", examined, findings);
}

const sameRule = (a: RoutingRule, b: RoutingRule): boolean =>
  a.callCentre === b.callCentre &&
  a.guideline.id === b.guideline.id &&
  a.reason === b.reason &&
  a.targets.length === b.targets.length &&
  a.targets.every(
    ({ ministry, family }, index) =>
      ministry.name === b.targets[index]?.ministry.name && family === b.targets[index]?.family,
  );
