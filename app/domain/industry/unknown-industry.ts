/** その改定にない細分類の番号に、次に何をすればよいかを言う。 */
import { type JsicRevision, jsicRevisions } from "#app/domain/rulebook/industry-table.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { findIndustry, industryLabel } from "./find-industry.ts";

/**
 * @param code 細分類の 4 桁
 * @returns 欄に出す文。その改定にあれば null
 */
export function unknownIndustryWords(
  rulebook: Rulebook,
  revision: JsicRevision,
  code: string,
): string | null {
  if (findIndustry(rulebook, revision, code) !== undefined) return null;
  const other = jsicRevisions.find(
    (candidate) => candidate !== revision && findIndustry(rulebook, candidate, code) !== undefined,
  );
  if (other === undefined)
    return `「${code}」という細分類はありません。産業分類の改定と、4桁の番号を確かめてください。`;
  const found = findIndustry(rulebook, other, code);
  const label = found === undefined ? code : industryLabel(found.class);
  return `「${code}」は第${revision}回改定にはなく、第${other}回改定の番号です（${label}）。産業分類の改定を第${other}回改定に直すか、業種を選び直してください。`;
}
