/** 日本標準産業分類の表を組み立てる。親の段階と、コードが親から始まることを確かめる。 */
import { compileIndustrySearch, loosened } from "./compile-industry-search.ts";
import type { FaultList } from "./fault-list.ts";
import type { Industry, IndustryLevel, IndustryTable, JsicRevision } from "./industry-table.ts";
import type { RulebookTableRows } from "./tables.ts";

const parentLevel: Readonly<Record<IndustryLevel, IndustryLevel | null>> = {
  division: null,
  majorGroup: "division",
  group: "majorGroup",
  class: "group",
};

const codeLength: Readonly<Record<IndustryLevel, number>> = {
  division: 1,
  majorGroup: 2,
  group: 3,
  class: 4,
};

export function compileIndustries(
  revision: JsicRevision,
  tables: RulebookTableRows,
  list: FaultList,
): IndustryTable {
  const table = `industries${revision}` as const;
  const byCode = new Map<string, Industry>();
  const children = new Map<string, Industry[]>();
  tables[table].forEach((row, index) => {
    const { code, level, parent } = row;
    const above = parent === null ? undefined : byCode.get(parent);
    if (code.length !== codeLength[level]) {
      list.at(table, index, `コード「${code}」の桁数が段階 ${level} と合いません`);
    }
    if ((above?.level ?? null) !== parentLevel[level]) {
      list.at(table, index, `親「${parent ?? ""}」が上の行に見つからないか、段階が合いません`);
    } else if (level !== "majorGroup" && parent !== null && !code.startsWith(parent)) {
      list.at(table, index, `コード「${code}」が親「${parent}」から始まりません`);
    }
    const industry: Industry = { ...row, revision };
    byCode.set(code, industry);
    if (parent !== null) {
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [industry]);
      else siblings.push(industry);
    }
  });
  const heading = tables.industryRevisions.find((row) => row.revision === revision);
  if (heading === undefined) list.in("industryRevisions", `第${revision}回改定の行がありません`);
  const all = [...byCode.values()];
  const search = compileIndustrySearch(revision, byCode, tables, list);
  return {
    revision,
    name: heading?.name ?? "",
    effectiveFrom: heading?.effectiveFrom ?? "",
    byCode,
    children,
    divisions: all.filter(({ level }) => level === "division"),
    classes: all.filter(({ level }) => level === "class"),
    search,
    looseSearch: loosened(search),
  };
}

/** 改定の対照表のコードが、それぞれの改定にあることを確かめる。 */
export function checkIndustryChanges(
  tables: RulebookTableRows,
  industries: Readonly<Record<JsicRevision, IndustryTable>>,
  list: FaultList,
): void {
  tables.industryChanges.forEach(({ code13, code14 }, index) => {
    for (const [revision, code] of [
      [13, code13],
      [14, code14],
    ] as const) {
      if (code !== null && !industries[revision].byCode.has(code)) {
        list.at("industryChanges", index, `第${revision}回改定にコード「${code}」がありません`);
      }
    }
  });
}
