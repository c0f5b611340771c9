/** 計算の答えを、要件の形にする部品。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { formatJapaneseDate } from "../calendar/era.ts";
import type { Certainty } from "../rulebook/certainty.ts";
import { atLeast, type Computed, shownDown } from "./arithmetic.ts";
import type { Requirement, Working } from "./requirement.ts";
import type { Threshold } from "./threshold.ts";

const PLACES = 3;

/** 数が足りないとき。 */
export const NOTHING: Omit<Working, "name" | "required" | "certainty"> = {
  formula: "",
  filled: "まだ計算できません。上の数を入力してください。",
  result: "",
  met: null,
};

/** 計算した値が、規則集の値以上か。 */
export function floorWorking(threshold: Threshold, computed: Computed | undefined): Working {
  const required = `${threshold.value}${threshold.unit}以上`;
  const named = { name: threshold.name, required, certainty: threshold.certainty };
  if (computed === undefined) return { ...NOTHING, ...named };
  return {
    ...named,
    formula: computed.formula,
    filled: computed.filled,
    result: `${shownDown(computed.value, PLACES)}${threshold.unit}`,
    met: atLeast(computed.value, threshold.exact),
  };
}

/** どれか一つの計算が満たせばよい要件。 */
export function requirement(id: string, title: string, workings: readonly Working[]): Requirement {
  const known = workings.filter(({ met }) => met !== null);
  const met = known.some((one) => one.met === true) ? true : known.length < workings.length ? null : false;
  const strongest = workings[0]?.certainty ?? "unknown";
  return { id, title, workings, met: workings.length === 0 ? null : met, certainty: strongest };
}

/** 計算のない要件。 */
export const fact = (
  id: string,
  title: string,
  required: string,
  result: string,
  met: boolean | null,
  certainty: Certainty,
): Requirement =>
  requirement(id, title, [{ name: title, formula: "", filled: "", result, required, met, certainty }]);

/** 日付を比べる要件。 */
export function dated(
  id: string,
  title: string,
  certainty: Certainty,
  day: CivilDate | undefined,
  rule: { readonly required: string; readonly met: (day: CivilDate) => boolean },
): Requirement {
  const result = day === undefined ? "" : formatJapaneseDate(day);
  return fact(id, title, rule.required, result, day === undefined ? null : rule.met(day), certainty);
}
