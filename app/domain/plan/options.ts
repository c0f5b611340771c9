/** 名指しの選択肢（prefectures など）の中身。rulebook と、計画のほかの欄から決まる。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { itemsInOfficialOrder } from "../guideline/guideline.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { isBlankRow } from "./draft.ts";
import type { FieldSpec, Options, PlanSituation, RawAnswers } from "./field.ts";
import { type PlanReading, readPlanOn } from "./plan-reading.ts";
import { ministriesOf, officesToChoose, type PlanRouting } from "./plan-routing.ts";
import { rowsOf } from "./read-section.ts";
import { rawSection } from "./sections.ts";

export type Option = { readonly value: string; readonly label: string; readonly group?: string };
export type NamedOptions = Extract<Options, string>;
export type PlanOptions = Readonly<Record<NamedOptions, readonly Option[]>> & {
  /** 欄を出すかどうかを決める外の事実。isShown に渡す。 */
  readonly situation: PlanSituation;
};

const letters = Array.from(
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
);

/** 実施事項の記号。ア、イ、…、ン の後は ア2、イ2 と続ける。 */
export const measureLetter = (index: number): string => {
  const round = Math.floor(index / letters.length);
  return `${letters[index % letters.length] ?? ""}${round === 0 ? "" : String(round + 1)}`;
};

/**
 * @param rulebook 版
 * @param answers 計画の下書き
 * @param on 判断の日
 */
export const planOptions = (rulebook: Rulebook, answers: RawAnswers, on: CivilDate): PlanOptions =>
  optionsFor(rulebook, answers, readPlanOn(rulebook, answers, on));

/** 読み取り済みの計画の選択肢。 */
export function optionsFor(
  rulebook: Rulebook,
  answers: RawAnswers,
  {
    routing,
    guideline,
    situation,
    values,
  }: Pick<PlanReading, "routing" | "guideline" | "situation" | "values">,
): PlanOptions {
  const measureRows = rowsOf(rawSection(answers, "measures") ?? {}, "measures").filter(
    (row) => !isBlankRow(row),
  );
  const offered = offeredMinistries(routing);
  return {
    situation,
    prefectures: [...rulebook.prefectures.values()].map(({ code, name }) => ({ value: code, label: name })),
    ministries: (offered.length > 0 ? offered : [...rulebook.ministries.keys()]).map((name) => ({
      value: name,
      label: name,
    })),
    receivingOffices: officesToChoose(routing, values.industry.ministry).map(({ office }) => ({
      value: office.code,
      label: office.name,
    })),
    indicators: [...(guideline?.indicators.values() ?? [])].map(({ id, name, unit }) => ({
      value: id,
      label: `${name}（${unit}）`,
    })),
    guidelineItems:
      guideline === undefined
        ? []
        : itemsInOfficialOrder(guideline)
            .filter((item) => item.selectable)
            .map((item) => ({
              value: item.id,
              label: [item.printedCode, item.label].filter(Boolean).join("　"),
              group: guideline.sections.find((section) => section.id === item.section)?.heading ?? "",
            })),
    measures: measureRows.map((row, index) => ({
      value: row.id,
      label: `${measureLetter(index)}　${shorten(row["description"] ?? "")}`,
    })),
    equipmentTypes: [...rulebook.equipment.types.values()].map(({ type, name }) => ({
      value: type,
      label: `${type}　${name}`,
    })),
    equipmentKinds: [...rulebook.equipment.kinds.values()].map(({ id, name }) => ({
      value: id,
      label: name,
    })),
    successionKinds: rulebook.procedure.successionKinds.map(({ id, mark, name }) => ({
      value: id,
      label: `${mark}${name}`,
    })),
  };
}

/** 選べる省庁。選ぶ余地のない計画では空（すべての省庁を出す）。 */
const offeredMinistries = (routing: PlanRouting): readonly string[] => {
  const offered =
    routing.kind === "undecided" || routing.kind === "decided" ? ministriesOf(routing.candidates) : [];
  return routing.kind === "undecided" || offered.length > 1 ? offered : [];
};

const shorten = (words: string): string => {
  const characters = [...words.replaceAll("\n", " ")];
  return characters.length > 24 ? `${characters.slice(0, 24).join("")}…` : characters.join("");
};

/** 欄の選択肢。自由入力の欄では空。 */
export const optionsOf = (spec: FieldSpec, options: PlanOptions): readonly Option[] =>
  spec.options === undefined ? [] : typeof spec.options === "string" ? options[spec.options] : spec.options;
