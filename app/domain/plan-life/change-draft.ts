/**
 * 変更認定申請の下書きの始まり。ポータルで認定した計画は、変える元の版の答えを行の id ごと写す。
 * 紙の認定は中身を持たないので、会社、事業分野、実施時期だけを写す。
 */
import { isFormWithRealEstate } from "../plan/applicable-sections.ts";
import type { RawAnswers, RawRow, RawSection } from "../plan/field.ts";
import { measureLetter } from "../plan/options.ts";
import { rowsOf } from "../plan/read-section.ts";
import { planSections, rawSection } from "../plan/sections.ts";
import { unusedSections } from "../plan/section-status.ts";
import { screeningSection } from "../eligibility/screening.ts";
import { type ChangeBase, changeBaseSection, writeChangeBase } from "./change-base.ts";

/** 一行に出す、実施事項の初めの文字数。 */
const TARGET_LENGTH = 60;

/**
 * @param base 変える元
 * @param certified 変える元の版の、凍結した答え
 */
export const changeDraft = (base: ChangeBase, certified: RawAnswers): RawAnswers => ({
  ...Object.fromEntries(
    [screeningSection, unusedSections, ...planSections.map(({ id }) => id)].flatMap((id) => {
      const answers = certified[id];
      return answers === undefined ? [] : [[id, answers] as const];
    }),
  ),
  [changeBaseSection]: writeChangeBase(base),
  change: {
    changes: [],
    progress: progressRows(certified),
    realEstate: isFormWithRealEstate(certified) ? "yes" : "no",
  },
});

/**
 * @param company GビズID の値を写した「1 名称等」
 * @param industry いまの細分類。一つに決まらなければ null で、旧い番号のまま写す
 */
export const paperChangeDraft = (
  base: ChangeBase,
  company: RawSection,
  industry: string | null,
): RawAnswers => ({
  company,
  ...(base.code13 === ""
    ? {}
    : {
        industry: {
          industries: [
            {
              id: "industry-1",
              revision: industry === null ? "13" : "14",
              code: industry ?? base.code13,
            },
          ],
        },
      }),
  period: { start: base.start, end: base.end },
  [changeBaseSection]: writeChangeBase(base),
  change: { changes: [], progress: [], realEstate: "" },
});

/** 実施事項と設備等ごとの実施状況。前の変更で書いた状況は、そのまま残す。 */
function progressRows(certified: RawAnswers): readonly RawRow[] {
  const rows = (section: string, field: string): readonly RawRow[] =>
    rowsOf(rawSection(certified, section) ?? {}, field);
  const before = new Map(rows("change", "progress").map((row) => [row.id, row]));
  const targets = [
    ...rows("measures", "measures").map((row, index) => ({
      id: row.id,
      target: `${measureLetter(index)}　${firstWords(row["description"] ?? "")}`,
    })),
    ...rows("equipment", "equipment").map((row) => ({
      id: row.id,
      target: [row["name"] ?? "", row["model"] ?? ""].filter((word) => word !== "").join("　"),
    })),
  ];
  return targets.map(({ id, target }) => ({
    id,
    target,
    state: before.get(id)?.["state"] ?? "",
    note: before.get(id)?.["note"] ?? "",
  }));
}

const firstWords = (description: string): string => {
  const words = Array.from(description.replaceAll(/\s+/gu, " ").trim());
  return words.length > TARGET_LENGTH ? `${words.slice(0, TARGET_LENGTH).join("")}…` : words.join("");
};
