/** 打つ間の、区画の外の事実。いま開いている区画の答えで決まる事実は、打たれている答えから見直す。 */
import { hasSuccession } from "./applicable-sections.ts";
import type { PlanSituation, RawSection } from "./field.ts";

/** 1 名称等で「個人事業主」を選んだか。 */
export const isSoleProprietor = (company: RawSection | undefined): boolean =>
  company?.["corporationType"] === "soleProprietor";

/**
 * @param situation 保存した計画の事実
 * @param sectionId いま開いている区画
 * @param raw その区画に打たれている答え
 */
export function situationWhileTyping(
  situation: PlanSituation,
  sectionId: string,
  raw: RawSection,
): PlanSituation {
  switch (sectionId) {
    case "measures":
      return { ...situation, succession: hasSuccession({ measures: raw }) };
    case "company":
      return { ...situation, soleProprietor: isSoleProprietor(raw) };
    default:
      return situation;
  }
}
