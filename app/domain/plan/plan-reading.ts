/**
 * 計画を規則集と合わせて読む。提出先と指針を決め、それで決まる欄の出し方（PlanSituation）を添えて全区画を読む。
 * 点検、選択肢、様式、計算した項目は、どれもこの読み取りから始める。
 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { Guideline } from "../rulebook/guideline-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { hasSuccession } from "./applicable-sections.ts";
import type { IndicatorShape, PlanSituation, RawAnswers } from "./field.ts";
import { isSoleProprietor } from "./live-situation.ts";
import { guidelineIdOf, type PlanRouting, routePlanValues } from "./plan-routing.ts";
import { readPlan, type SectionReading } from "./read-section.ts";
import type { PlanValues } from "./sections.ts";

export type PlanReading = {
  readonly values: PlanValues;
  readonly readings: ReadonlyMap<string, SectionReading>;
  readonly routing: PlanRouting;
  readonly guideline: Guideline | undefined;
  readonly situation: PlanSituation;
};

type Remembered = { readonly rulebook: Rulebook; readonly on: CivilDate; readonly reading: PlanReading };

/** 同じ答えを、点検、様式、計算した項目が続けて読む。答えは書き換えないので、最後の読み取りを使い回す。 */
const remembered = new WeakMap<RawAnswers, Remembered>();

/**
 * @param rulebook 版
 * @param answers 計画の下書き。読んだ後に書き換えない
 * @param on 判断の日（Tokyo の日）
 */
export function readPlanOn(rulebook: Rulebook, answers: RawAnswers, on: CivilDate): PlanReading {
  const known = remembered.get(answers);
  if (known !== undefined && known.rulebook === rulebook && known.on === on) return known.reading;
  const reading = read(rulebook, answers, on);
  remembered.set(answers, { rulebook, on, reading });
  return reading;
}

function read(rulebook: Rulebook, answers: RawAnswers, on: CivilDate): PlanReading {
  const routing = routePlanValues(rulebook, readPlan(answers).values, on);
  const guideline = rulebook.guidelines.get(guidelineIdOf(routing) ?? "");
  const situation = situationFor(rulebook, guideline, answers);
  return { ...readPlan(answers, situation), routing, guideline, situation };
}

/** 区画の欄の出し方を決める、その区画の外の事実。 */
export const situationOf = (rulebook: Rulebook, answers: RawAnswers, on: CivilDate): PlanSituation =>
  readPlanOn(rulebook, answers, on).situation;

function situationFor(
  rulebook: Rulebook,
  guideline: Guideline | undefined,
  answers: RawAnswers,
): PlanSituation {
  return {
    indicators: indicatorShapes(rulebook, guideline),
    succession: hasSuccession(answers),
    soleProprietor: isSoleProprietor(answers["company"]),
    restrictedEquipment: restrictedEquipment(rulebook),
  };
}

/** 指針にない指標を選んでいても欄を失わないよう、ほかの指針の指標も載せる。指針の指標が優先する。 */
function indicatorShapes(
  rulebook: Rulebook,
  guideline: Guideline | undefined,
): Readonly<Record<string, IndicatorShape>> {
  const all = [...rulebook.guidelines.values(), ...(guideline === undefined ? [] : [guideline])];
  return Object.fromEntries(
    all.flatMap(({ indicators }) =>
      [...indicators.values()].map(({ id, inputs, unit, direction }) => [id, { inputs, unit, direction }]),
    ),
  );
}

const restrictedEquipment = (rulebook: Rulebook): readonly string[] =>
  [...rulebook.equipment.priceFloors]
    .filter(([, rules]) => rules.some((rule) => rule.restriction !== null))
    .map(([key]) => key);
