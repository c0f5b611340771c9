/**
 * 区画の進み具合（タスクリストの言葉）。順番は問わないが、ほかの区画の答えから選択肢が決まる区画は、
 * その答えが入るまで始められないと示し、何が先に要るかを言う。書いてある区画は決して閉じない。
 */
import { screeningSection } from "../eligibility/screening.ts";
import { isBlankRow, isBlankSection } from "./draft.ts";
import type { RawAnswers, RawSection, SectionSpec } from "./field.ts";
import type { Finding } from "./finding.ts";

export type SectionStatus = "notStarted" | "inProgress" | "complete" | "needsCorrection" | "locked";

/** 「この区画は使いません」の印を持つ区画。様式の区画ではなく、欄の名前が区画の id。 */
export const unusedSections = "unused-sections";

/** 何も書かなくても申請できる区画か。必ず書く欄が、条件なしには一つもない。 */
export const isOptionalSection = (section: SectionSpec): boolean =>
  Object.values(section.fields).every(
    (field) => field.requirement !== "required" || field.when !== undefined,
  );

/** 書かなくてよい、と申請者が決めた区画か。書いてあれば、印より書いたものを採る。 */
export const isMarkedUnused = (section: SectionSpec, answers: RawAnswers): boolean =>
  isOptionalSection(section) &&
  isBlankSection(answers[section.id] ?? {}) &&
  answers[unusedSections]?.[section.id] === "yes";

/** 税制の措置を使うときだけ書く区画。 */
const forTaxRelief: ReadonlySet<string> = new Set(["equipment", "tax"]);

/** 始めの質問で、税制の措置を使わないと答えたので要らない区画か。 */
export const isSparedByScreening = (section: SectionSpec, answers: RawAnswers): boolean =>
  forTaxRelief.has(section.id) &&
  answers[screeningSection]?.["taxRelief"] === "no" &&
  isBlankSection(answers[section.id] ?? {});

/** 先に要るもの。どの区画の答えを待っているか。 */
const waitsFor: Readonly<Record<string, { readonly section: string; readonly why: string }>> = {
  indicators: {
    section: "industry",
    why: "先に「事業分野と事業分野別指針名」を入力すると、選べる指標が決まります。",
  },
  measures: {
    section: "industry",
    why: "先に「事業分野と事業分野別指針名」を入力すると、指針の該当箇所を選べます。",
  },
  funding: {
    section: "measures",
    why: "先に「経営力向上の内容」の実施事項を書くと、資金と結び付けられます。",
  },
  equipment: {
    section: "measures",
    why: "先に「経営力向上の内容」の実施事項を書くと、設備と結び付けられます。",
  },
};

/**
 * まだ開始できない理由。
 * @param guidelineKnown 計画の指針が決まったか
 * @returns 始められるなら null
 */
export function lockedReason(
  section: SectionSpec,
  answers: RawAnswers,
  guidelineKnown: boolean,
): string | null {
  const wait = waitsFor[section.id];
  if (wait === undefined || !isBlankSection(answers[section.id] ?? {})) return null;
  const ready = wait.section === "industry" ? guidelineKnown : hasMeasures(answers);
  return ready ? null : wait.why;
}

const hasMeasures = (answers: RawAnswers): boolean => {
  const rows = answers["measures"]?.["measures"];
  return rows !== undefined && typeof rows !== "string" && rows.some((row) => !isBlankRow(row));
};

/** ほかの区画の答えから決まる事情。 */
export type SectionCircumstance = {
  /** 書かなくてよいと分かっている区画か（isMarkedUnused、isSparedByScreening）。 */
  readonly unused?: boolean;
  /** まだ開始できないか（lockedReason）。 */
  readonly locked?: boolean;
};

/**
 * @param raw 下書き。まだ保存していなければ undefined
 * @param findings 計画全体の指摘
 * @param commented 差戻しの指摘がこの区画にあるか
 */
export function sectionStatus(
  section: SectionSpec,
  raw: RawSection | undefined,
  findings: readonly Finding[],
  commented: boolean,
  { unused = false, locked = false }: SectionCircumstance = {},
): SectionStatus {
  if (commented) return "needsCorrection";
  const own = findings.filter((finding) => finding.section === section.id && finding.severity === "error");
  if (raw === undefined || isBlankSection(raw)) {
    if (unused) return "complete";
    if (locked) return "locked";
    return raw !== undefined && isOptionalSection(section) ? "complete" : "notStarted";
  }
  if (own.some((finding) => finding.check !== "required")) return "needsCorrection";
  return own.length > 0 ? "inProgress" : "complete";
}
