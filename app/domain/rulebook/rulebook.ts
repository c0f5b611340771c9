/**
 * 規則集（rulebook）の一つの版。公布済みの版は変わらず、判断の関数はどれもこの値を引数に取る。
 * 業種、提出先、指針、設備、手続のすべてを検索用の Map にしたもの。根拠: 法第16条〜第18条。
 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { compileEquipment } from "./compile-equipment.ts";
import { compileGuidelines } from "./compile-guidelines.ts";
import { checkIndustryChanges, compileIndustries } from "./compile-industries.ts";
import { compileDocumentNumbering, compileJurisdiction, compileOfficeHeads } from "./compile-jurisdiction.ts";
import { compileProcedure } from "./compile-procedure.ts";
import { compileRouting } from "./compile-routing.ts";
import type { RulebookFault } from "./fault.ts";
import { checkCounts, checkDuplicates, createFaultList } from "./fault-list.ts";
import type { EquipmentRules } from "./equipment-rules.ts";
import type { Guideline } from "./guideline-rules.ts";
import type { IndustryTable, JsicRevision } from "./industry-table.ts";
import type {
  DocumentNumbering,
  Jurisdiction,
  MunicipalJurisdiction,
  OfficeHead,
  Ministry,
  Office,
  Prefecture,
  RoutingRule,
} from "./jurisdiction-rules.ts";
import type { Edition } from "./edition.ts";
import type { ProcedureRules } from "./procedure-rules.ts";
import type { RowOf, RulebookTableRows } from "./tables.ts";

export type Rulebook = {
  readonly edition: Edition;
  readonly industries: Readonly<Record<JsicRevision, IndustryTable>>;
  readonly industryChanges: readonly RowOf<"industryChanges">[];
  /** 鍵は都道府県コード 01〜47。 */
  readonly prefectures: ReadonlyMap<string, Prefecture>;
  /** 鍵は省庁名。 */
  readonly ministries: ReadonlyMap<string, Ministry>;
  /** 鍵は局のコード（例: meti-tohoku）。 */
  readonly offices: ReadonlyMap<string, Office>;
  readonly jurisdiction: Jurisdiction;
  readonly municipalJurisdiction: MunicipalJurisdiction;
  /** 鍵は局のコード。行のない局は載らない。 */
  readonly officeHeads: ReadonlyMap<string, readonly OfficeHead[]>;
  /** 鍵は局のコード。 */
  readonly documentNumbering: ReadonlyMap<string, DocumentNumbering>;
  /** 改定ごとに、細分類コードから当てはまる決まりを引く。 */
  readonly routing: Readonly<Record<JsicRevision, ReadonlyMap<string, RoutingRule>>>;
  /** 公表順。鍵は指針の id。基本方針は "basic-policy" で末尾。 */
  readonly guidelines: ReadonlyMap<string, Guideline>;
  readonly equipment: EquipmentRules;
  readonly procedure: ProcedureRules;
};

/**
 * 表から規則集の一つの版を組み立てる。
 * 鍵の重なり、参照、順番、期間の重なり、行数のどれかが合わなければ版全体を断る。
 *
 * @param edition 版の見出し（行数を含む）
 * @param tables 行の形の検査を済ませた全表
 * @returns 変わらない規則集、又は見つけたすべての誤り
 */
export function compileRulebook(
  edition: Edition,
  tables: RulebookTableRows,
): Result<Rulebook, readonly RulebookFault[]> {
  const { rulebook, faults } = assembleRulebook(edition, tables);
  return faults.length > 0 ? refuse(faults) : ok(rulebook);
}

/** 誤りがあっても、組み立てられた分まで返す。公布前の点検が、残りの決まりも見るため。 */
export function assembleRulebook(
  edition: Edition,
  tables: RulebookTableRows,
): { readonly rulebook: Rulebook; readonly faults: readonly RulebookFault[] } {
  const list = createFaultList();
  checkCounts(edition, tables, list);
  checkDuplicates(tables, list);
  const industries = {
    13: compileIndustries(13, tables, list),
    14: compileIndustries(14, tables, list),
  };
  checkIndustryChanges(tables, industries, list);
  const parts = compileJurisdiction(tables, list);
  const rulebook: Rulebook = {
    edition,
    industries,
    industryChanges: tables.industryChanges,
    ...parts,
    officeHeads: compileOfficeHeads(tables, parts.offices, list),
    documentNumbering: compileDocumentNumbering(tables, parts.offices, list),
    routing: compileRouting(tables, industries, parts, list),
    guidelines: compileGuidelines(tables, parts.ministries, list),
    equipment: compileEquipment(tables, list),
    procedure: compileProcedure(tables, list),
  };
  return { rulebook, faults: list.faults };
}
