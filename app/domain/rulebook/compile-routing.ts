/**
 * 業種コードの先頭桁の決まりを、細分類ごとの一つの決まりに展開する。
 * 長い prefix が勝ち、同じ長さなら改定を指定した行が共通の行に勝つ。
 */
import type { FaultList } from "./fault-list.ts";
import type { IndustryTable, JsicRevision } from "./industry-table.ts";
import type { JurisdictionParts } from "./compile-jurisdiction.ts";
import { jurisdictionKey, type RoutingRule, type RoutingTarget } from "./jurisdiction-rules.ts";
import type { RowOf, RulebookTableRows } from "./tables.ts";

type Fault = (message: string, column: keyof RowOf<"routingRules">) => void;
type Industries = Readonly<Record<JsicRevision, IndustryTable>>;

export function compileRouting(
  tables: RulebookTableRows,
  industries: Industries,
  parts: JurisdictionParts,
  list: FaultList,
): Readonly<Record<JsicRevision, ReadonlyMap<string, RoutingRule>>> {
  const guidelineNames = new Map(tables.guidelines.map((row) => [row.id, row.name]));
  const shared = new Map<string, RoutingRule>();
  const own: Readonly<Record<JsicRevision, Map<string, RoutingRule>>> = { 13: new Map(), 14: new Map() };
  tables.routingRules.forEach((row, index) => {
    const fault: Fault = (message, column) => list.at("routingRules", index, message, column);
    const revisions: readonly JsicRevision[] = row.revision === null ? [13, 14] : [row.revision];
    if (!revisions.some((revision) => industries[revision].byCode.has(row.prefix))) {
      fault(`業種コード「${row.prefix}」がありません`, "prefix");
    }
    const name = guidelineNames.get(row.guideline);
    if (name === undefined) fault(`指針「${row.guideline}」が guidelines.csv にありません`, "guideline");
    const rule: RoutingRule = {
      revision: row.revision,
      prefix: row.prefix,
      targets: targetsOf(row, parts, fault),
      guideline: { id: row.guideline, name: name ?? "" },
      callCentre: row.callCentre,
      reason: row.reason,
      certainty: row.certainty,
      source: row.source,
    };
    if ((rule.callCentre || rule.targets.length === 0) && rule.reason === null) {
      fault("コールセンターへの案内又は受付なしの理由がありません", "reason");
    }
    (row.revision === null ? shared : own[row.revision]).set(row.prefix, rule);
  });
  const expand = (revision: JsicRevision): ReadonlyMap<string, RoutingRule> => {
    const expanded = new Map<string, RoutingRule>();
    for (const { code } of industries[revision].classes) {
      const rule = [4, 3, 2]
        .map((length) => code.slice(0, length))
        .map((prefix) => own[revision].get(prefix) ?? shared.get(prefix))
        .find((found) => found !== undefined);
      if (rule === undefined)
        list.in("routingRules", `第${revision}回改定の細分類「${code}」の決まりがありません`);
      else expanded.set(code, rule);
    }
    return expanded;
  };
  return { 13: expand(13), 14: expand(14) };
}

function targetsOf(
  row: RowOf<"routingRules">,
  parts: JurisdictionParts,
  fault: Fault,
): readonly RoutingTarget[] {
  if (row.ministries.length !== row.families.length) {
    fault("ministries と families の数が違います", "families");
    return [];
  }
  const targets: RoutingTarget[] = [];
  row.ministries.forEach((name, position) => {
    const ministry = parts.ministries.get(name);
    const family = row.families[position] ?? "";
    if (ministry === undefined) fault(`省庁「${name}」が ministries.csv にありません`, "ministries");
    else if (!parts.jurisdiction.has(jurisdictionKey(name, family))) {
      fault(`「${name}」の系統「${family}」の管轄が jurisdictions.csv にありません`, "families");
    } else targets.push({ ministry, family });
  });
  return targets;
}
