/**
 * 実施状況報告の欄。簡易版（簡易版経営力向上報告）は、指標の実績と概要だけの短い形で、公の様式の文は確かめられていない。
 * 打たれた文字のまま下書きに残し、提出の時に読み取って、目標と並べた形に凍結する。
 */
import { formatExact } from "../indicator/exact.ts";
import { decimal, integer, longText } from "../plan/field-kinds.ts";
import type { NumberUnit } from "../text/number-input.ts";
import { cleanText } from "../text/visible.ts";
import { type Attainment, attainment } from "./attainment.ts";
import type { ReportedPart, ReportTargets } from "./targets.ts";

/** 打たれたままの欄。 */
export type RawReport = Readonly<Record<string, string>>;

export const reportForms = {
  full: "実施状況報告（指標の実績と、実施事項ごとの状況）",
  short: "簡易版（指標の実績と、概要だけ）",
} as const;
export type ReportForm = keyof typeof reportForms;

export const measureStates = { notStarted: "未着手", underWay: "実施中", done: "完了" } as const;
type MeasureState = keyof typeof measureStates;

const SUMMARY_LIMIT = 1_000;
const NOTE_LIMIT = 500;
const REASON_LIMIT = 500;

export const reportLimits = { summary: SUMMARY_LIMIT, note: NOTE_LIMIT, reason: REASON_LIMIT } as const;

/** 提出とともに凍結する値。 */
export type ReportContent = {
  readonly form: ReportForm;
  readonly indicator:
    | ({
        readonly name: string;
        readonly unit: string;
        readonly formula: string;
        readonly baselineText: string;
        readonly targetText: string;
        readonly parts: readonly (Pick<ReportedPart, "label" | "unit" | "baselineText" | "targetText"> & {
          readonly actualText: string;
        })[];
      } & Attainment)
    | null;
  readonly measures: readonly {
    readonly label: string;
    readonly description: string;
    readonly state: string;
    readonly note: string;
  }[];
  readonly summary: string;
};

export type ReportErrors = Readonly<Record<string, readonly string[]>>;
export type ReadReport =
  | { readonly ok: true; readonly value: ReportContent }
  | { readonly ok: false; readonly error: ReportErrors };

/** 実施事項の欄の名前。 */
export const measureField = (id: string, field: "state" | "note"): string => `measure-${id}-${field}`;

/** この報告の欄の名前の全部。ほかの名前で送られた値は捨てる。 */
export const reportFieldNames = (targets: ReportTargets): readonly string[] => [
  "form",
  ...(targets.indicator?.parts.map(({ name }) => name) ?? []),
  ...targets.measures.flatMap(({ id }) => [measureField(id, "state"), measureField(id, "note")]),
  "summary",
];

/**
 * 提出できる報告として読む。
 *
 * @param raw 打たれたままの欄
 * @returns 足りない欄と読めない欄は、欄の名前ごとの文
 */
export function readReport(targets: ReportTargets, raw: RawReport): ReadReport {
  const form = raw["form"] === "short" ? "short" : "full";
  const errors: Record<string, readonly string[]> = {};
  const typed = (name: string): string => raw[name]?.trim() ?? "";
  const indicator = readIndicatorPart(targets, typed, errors);
  const measures =
    form === "short"
      ? []
      : targets.measures.map(({ id, label, description }) => {
          const state = typed(measureField(id, "state"));
          const note = cleanText(raw[measureField(id, "note")] ?? "");
          if (!isMeasureState(state))
            errors[measureField(id, "state")] = [`${label}の状況を選んでください。`];
          if (Array.from(note).length > NOTE_LIMIT)
            errors[measureField(id, "note")] = [`${NOTE_LIMIT}文字以内で入力してください。`];
          return { label, description, state: isMeasureState(state) ? measureStates[state] : "", note };
        });
  const summary = longText({ label: "概要", maxLength: SUMMARY_LIMIT }).parse(raw["summary"] ?? "");
  if (!summary.ok) errors["summary"] = [summary.error];
  else if (summary.value === "") errors["summary"] = ["実施状況の概要を入力してください。"];
  if (Object.keys(errors).length > 0 || !summary.ok) return { ok: false, error: errors };
  return { ok: true, value: { form, indicator, measures, summary: summary.value } };
}

const isMeasureState = (text: string): text is MeasureState => Object.hasOwn(measureStates, text);

function readIndicatorPart(
  { indicator }: ReportTargets,
  typed: (name: string) => string,
  errors: Record<string, readonly string[]>,
): ReportContent["indicator"] {
  if (indicator === null) return null;
  const read = new Map<string, { readonly value: string; readonly text: string }>();
  for (const part of indicator.parts) {
    const parsed = readNumber(part, typed(part.name));
    if (parsed.ok) read.set(part.name, parsed);
    else errors[part.name] = [parsed.message];
  }
  const actual = indicator.valueOf((name) => read.get(name)?.value);
  if (actual === undefined) {
    const last = indicator.parts.at(-1)?.name ?? "";
    if (read.size === indicator.parts.length && errors[last] === undefined)
      errors[last] = ["指標の値を計算できません。0 より大きい数か確かめてください。"];
    return null;
  }
  const { name, unit, formula, parts } = indicator;
  return {
    name,
    unit,
    formula,
    baselineText: formatExact(indicator.baseline, 2, { trim: true }),
    targetText: formatExact(indicator.target, 2, { trim: true }),
    ...attainment(indicator, actual),
    parts: parts.map((part) => ({
      label: part.label,
      unit: part.unit,
      baselineText: part.baselineText,
      targetText: part.targetText,
      actualText: read.get(part.name)?.text ?? "",
    })),
  };
}

type ReadNumber =
  | { readonly ok: true; readonly value: string; readonly text: string }
  | { readonly ok: false; readonly message: string };

function readNumber({ label, unit, decimal: fraction }: ReportedPart, raw: string): ReadNumber {
  if (raw === "") return { ok: false, message: `${label}を入力してください。` };
  if (fraction) {
    const spec = decimal({ label });
    const parsed = spec.parse(raw);
    return parsed.ok
      ? { ok: true, value: parsed.value, text: spec.format(parsed.value) }
      : { ok: false, message: parsed.error };
  }
  const spec = integer({ label, unit: unit as NumberUnit });
  const parsed = spec.parse(raw);
  return parsed.ok
    ? { ok: true, value: String(parsed.value), text: spec.format(parsed.value) }
    : { ok: false, message: parsed.error };
}
