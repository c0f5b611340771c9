/** 公表の値を、申請者の求めた欄だけに入れる。打たれた値は、求められない限り書き換えない。 */
import type { RawSection } from "#app/domain/plan/field.ts";
import type { UseCaseContext } from "../context.ts";
import { draftProvenance } from "./company-provenance.server.ts";

/**
 * @param answers 画面から来た「1 名称等」の答え
 * @param wanted 欄の名前。空いている欄の全部なら "empty"
 * @returns 入れた後の答えと、入れた欄
 */
export async function fillFromFacts(
  context: UseCaseContext,
  companyKey: string,
  answers: RawSection,
  wanted: string,
): Promise<{ readonly answers: RawSection; readonly filled: readonly string[] }> {
  const provenance = await draftProvenance(context, companyKey, answers);
  const fields = (provenance?.fields ?? []).filter(({ field, typed }) =>
    wanted === "empty" ? typed === "" : field === wanted,
  );
  const values = fields.flatMap(({ field, sources }) => {
    const last = sources.at(-1);
    return last === undefined ? [] : [[field, last.value] as const];
  });
  return {
    answers: { ...answers, ...Object.fromEntries(values) },
    filled: values.map(([field]) => field),
  };
}
