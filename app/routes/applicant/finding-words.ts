/** 指摘の示し方。添付と始めの質問の指摘は様式の区画ではないので、それぞれの画面へ向ける。 */
import { attachmentSection, attachmentSectionTitle } from "#app/domain/attachment/attachment-kind.ts";
import { screeningSection, screeningTitle } from "#app/domain/eligibility/screening.ts";
import { fieldAnchor, type Finding, findingWords } from "#app/domain/plan/finding.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { attachmentsPath, type Place, screeningPagePath, sectionPath } from "./paths.ts";

/** 指摘を直す所。 */
export function findingPath(place: Place, { section, field, rowId }: Finding): string {
  if (section === attachmentSection) return `${attachmentsPath(place)}#${field}`;
  if (section === screeningSection) return screeningPagePath(place, field);
  return `${sectionPath(place, section)}#${fieldAnchor(field, rowId)}`;
}

/** 様式の外の区画の呼び名。 */
const titles: Readonly<Record<string, string>> = {
  [attachmentSection]: attachmentSectionTitle,
  [screeningSection]: screeningTitle,
};

/** どこの、どんな指摘か。 */
export const findingText = (finding: Finding): string =>
  `${titles[finding.section] ?? sectionOf(finding.section)?.title ?? ""}：${findingWords(finding)}`;
