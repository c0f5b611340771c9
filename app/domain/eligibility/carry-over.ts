/**
 * 始めの質問の答えを、同じことを尋ねる様式の欄に写す。同じことを二度打たせないため。
 * 欄が空か、前に写したままのときだけ書き、申請者が欄で直した値は決して変えない。
 */
import type { ScreeningAnswers, ScreeningQuestionId } from "./screening-question.ts";

/** 写す先。区画 → 欄 → 値。 */
type Carried = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Fields = { readonly [field: string]: unknown };

/** その答えが写る欄。値の「分からない」は写さない。 */
function carriedBy(question: ScreeningQuestionId, value: string | undefined): Carried {
  switch (question) {
    case "organisation":
      if (value === undefined) return {};
      return value === "soleProprietor"
        ? { company: { corporationType: "soleProprietor" } }
        : { company: { corporationType: "corporation", organisation: value } };
    case "membersQualify":
    case "established":
      return isDecided(value) ? { company: { [question]: value } } : {};
    case "blueReturn":
      return isDecided(value) ? { tax: { blueReturn: value } } : {};
    case "capital":
      if (value === undefined || value === "unsure") return {};
      return { tax: { hasCapital: value === "none" ? "no" : "yes" } };
    case "ownership":
      return ownershipFields[value ?? ""] ?? {};
    case "certifiedPlan":
    case "planPurpose":
    case "realEstate":
    case "employees":
    case "taxRelief":
    case "averageIncome":
      return {};
  }
}

const isDecided = (value: string | undefined): value is "yes" | "no" => value === "yes" || value === "no";

const ownershipFields: Readonly<Record<string, Carried>> = {
  none: { tax: { halfOwned: "no", twoThirdsOwned: "no" } },
  half: { tax: { halfOwned: "yes" } },
  twoThirds: { tax: { twoThirdsOwned: "yes" } },
};

/** 写し得る区画。 */
const carryOverSections = ["company", "tax"] as const;

/**
 * 一つの質問に答えたとき、区画に書く欄。
 * @param before 答える前の答え
 * @param value 新しい答え
 * @param current いまの区画の下書き
 * @returns 区画 → 変わる欄。前に写した値は、新しい答えで写らなければ空に戻す
 */
export function carryOver(
  question: ScreeningQuestionId,
  before: ScreeningAnswers,
  value: string,
  current: Readonly<Record<string, Fields | undefined>>,
): Carried {
  const earlier = carriedBy(question, before[question]);
  const later = carriedBy(question, value);
  const changes = carryOverSections.map((section): readonly [string, Readonly<Record<string, string>>] => {
    const fields = new Set([...Object.keys(earlier[section] ?? {}), ...Object.keys(later[section] ?? {})]);
    const changed = [...fields].flatMap((field): readonly (readonly [string, string])[] => {
      const held = current[section]?.[field];
      const now = typeof held === "string" ? held.trim() : "";
      const wanted = later[section]?.[field] ?? "";
      const untouched = now === "" || now === earlier[section]?.[field];
      return untouched && now !== wanted ? [[field, wanted]] : [];
    });
    return [section, Object.fromEntries(changed)];
  });
  return Object.fromEntries(changes.filter(([, fields]) => Object.keys(fields).length > 0));
}
