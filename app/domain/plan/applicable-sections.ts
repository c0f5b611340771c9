/**
 * いまの答えで要る区画。9・10 は事業承継等を伴う計画、11 は不動産の取得を含む様式第2・第4 だけの区画
 * （経営力向上に関する命令の様式第1から第4）。変更事項は変更認定申請だけにある。
 */
import type { RawAnswers, SectionSpec } from "./field.ts";
import { isChange } from "../plan-life/change-base.ts";
import { formSections } from "./sections.ts";

/** 6(2) 他の事業者から取得した又は提供された経営資源を利用する取組が「有」か。 */
export const hasSuccession = (answers: RawAnswers): boolean =>
  answers["measures"]?.["usesOthersResources"] === "yes";

/** 様式第2・第4（不動産の取得を含む申請）か。始めの質問（screening）の答え、変更では変更事項の答えで決まる。 */
export const isFormWithRealEstate = (answers: RawAnswers): boolean =>
  answers[isChange(answers) ? "change" : "screening"]?.["realEstate"] === "yes";

const hasTypeD = (answers: RawAnswers): boolean => {
  const rows = answers["equipment"]?.["equipment"];
  return rows !== undefined && typeof rows !== "string" && rows.some((row) => row["type"] === "D");
};

/**
 * その区画が、いまの答えで要るか。
 * @param sectionId 区画の id。知らない id は要らない
 * @param answers 計画の下書きの全部
 */
export function sectionApplies(sectionId: string, answers: RawAnswers): boolean {
  switch (sectionId) {
    case "change":
      return isChange(answers);
    case "permits":
      return hasSuccession(answers);
    case "due-diligence":
      return hasSuccession(answers) || hasTypeD(answers);
    case "real-estate":
      return isFormWithRealEstate(answers);
    default:
      return formSections.some((section) => section.id === sectionId);
  }
}

/** いまの答えで要る区画。様式の順。 */
export const applicableSections = (answers: RawAnswers): readonly SectionSpec[] =>
  formSections.filter((section) => sectionApplies(section.id, answers));

/** 様式の順で、その区画の次に要る区画。最後なら undefined。 */
export function sectionAfter(answers: RawAnswers, sectionId: string): SectionSpec | undefined {
  const at = formSections.findIndex((section) => section.id === sectionId);
  return formSections.slice(at + 1).find((section) => sectionApplies(section.id, answers));
}
