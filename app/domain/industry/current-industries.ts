/** 第13回改定の細分類に当たる、いまの（第14回改定の）細分類。対照は規則集の industryChanges にある。 */
import type { Rulebook } from "../rulebook/rulebook.ts";
import { findIndustry, type IndustryPath } from "./find-industry.ts";

/**
 * @param code13 第13回改定の細分類の4桁
 * @returns 一つなら番号が決まる。分かれた分類では全部。当たるものがなければ空
 */
export function currentIndustries(rulebook: Rulebook, code13: string): readonly IndustryPath[] {
  if (findIndustry(rulebook, 13, code13) === undefined) return [];
  const listed = rulebook.industryChanges.filter((row) => row.code13 === code13).map((row) => row.code14);
  const codes = listed.length > 0 ? listed : [code13];
  return [...new Set(codes)].flatMap((code) =>
    code === null ? [] : (findIndustry(rulebook, 14, code) ?? []),
  );
}
