/** 一つの記録の値を、規則集と突き合わせる。 */
import { isAllowedPeriod, planPeriodMonths } from "../calendar/plan-period.ts";
import { tokyoDay } from "../calendar/tokyo.ts";
import { findIndustry } from "../industry/find-industry.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { parseCorporateNumber } from "../text/corporate-number.ts";
import { knownContent } from "./known-content.ts";
import type { RowFinding } from "./read-record.ts";
import type { RecordOf } from "./records.ts";

const refused = (field: string, code: RowFinding["code"], reason: string): RowFinding => ({
  effect: "refused",
  field,
  code,
  reason,
});

/** 法人番号の検査用数字（省令第2条）と、都道府県。 */
export function checkCompany(rulebook: Rulebook, record: RecordOf<"companies">): readonly RowFinding[] {
  const findings: RowFinding[] = [];
  if (record.corporationType === "corporation" && !parseCorporateNumber(record.key).ok)
    findings.push(refused("key", "corporateNumber", "法人番号の桁か検査用数字が合いません"));
  if (!rulebook.prefectures.has(record.prefecture))
    findings.push(
      refused("prefecture", "unknownPrefecture", `「${record.prefecture}」は都道府県のコードではありません`),
    );
  return findings;
}

/** 一つの版の局、指針、産業分類、実施時期、日付。 */
export function checkVersion(rulebook: Rulebook, record: RecordOf<"versions">): readonly RowFinding[] {
  return [...placeFindings(rulebook, record), ...dateFindings(record)];
}

function placeFindings(rulebook: Rulebook, record: RecordOf<"versions">): readonly RowFinding[] {
  const { office, guideline, industryRevision, industryCode } = record;
  const findings: RowFinding[] = [];
  const paper = record.kind === "paper";
  for (const field of ["office", "guideline", "industryRevision", "industryCode"] as const)
    if (record[field] === null && !paper) findings.push(refused(field, "missing", "書かれていません"));
  if (office !== null && !rulebook.offices.has(office))
    findings.push(refused("office", "unknownOffice", `「${office}」という局はありません`));
  if (guideline !== null && !rulebook.guidelines.has(guideline))
    findings.push(refused("guideline", "unknownGuideline", `「${guideline}」という指針はありません`));
  if (industryRevision !== null && industryCode !== null) {
    const revision = industryRevision === "13" ? 13 : 14;
    if (findIndustry(rulebook, revision, industryCode) === undefined)
      findings.push(
        refused(
          "industryCode",
          "unknownIndustry",
          `第${industryRevision}回改定に「${industryCode}」の細分類はありません`,
        ),
      );
  }
  return findings;
}

function dateFindings(record: RecordOf<"versions">): readonly RowFinding[] {
  const { startMonth, endMonth, certifiedOn, filedAt, acceptedOn } = record;
  const findings: RowFinding[] = [];
  const months = planPeriodMonths(startMonth, endMonth);
  if (!isAllowedPeriod(months))
    findings.push(
      refused("endMonth", "period", `実施時期が${months}か月です。3年、4年、5年のどれかでなければなりません`),
    );
  if (filedAt !== null && tokyoDay(filedAt) > certifiedOn)
    findings.push(refused("filedAt", "order", "申請の日が認定日より後です"));
  if (acceptedOn !== null && acceptedOn > certifiedOn)
    findings.push(refused("acceptedOn", "order", "受理日が認定日より後です"));
  return findings;
}

/** 版の中身から、様式にない区画と欄を除く。 */
export function withKnownContent(record: RecordOf<"versions">): {
  readonly record: RecordOf<"versions">;
  readonly notes: readonly RowFinding[];
} {
  if (record.content === null) return { record, notes: [] };
  const { content, notes } = knownContent(record.content);
  return { record: { ...record, content }, notes };
}
