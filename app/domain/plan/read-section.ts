/** 下書きを値に読み取る。読めない欄は undefined とし、理由を finding で返す。 */
import { isBlankRow } from "./draft.ts";
import { sectionApplies } from "./applicable-sections.ts";
import {
  type FieldSpec,
  nothingKnown,
  type PlanSituation,
  type RawAnswers,
  type RawRow,
  type RawSection,
  type RowsSpec,
  type SectionSpec,
  type ShownWhen,
} from "./field.ts";
import type { Finding } from "./finding.ts";
import { type PlanValues, formSections, rawSection } from "./sections.ts";

export type SectionReading = {
  readonly values: { readonly [field: string]: unknown };
  /** 読めなかった欄。 */
  readonly faults: readonly Finding[];
  /** 空のままの必須・推奨の欄。 */
  readonly missing: readonly Finding[];
};

type Place = {
  readonly section: string;
  readonly field: string;
  readonly rowId?: string;
  readonly rowName?: string;
};

export const rowsOf = (raw: RawSection, field: string): readonly RawRow[] => {
  const value = raw[field];
  return value === undefined || typeof value === "string" ? [] : value;
};

const wordOf = (raw: { readonly [field: string]: unknown }, field: string): string => {
  const value = raw[field];
  return typeof value === "string" ? value : "";
};

/**
 * その欄をいま出すか（条件付きの欄）。
 * @param situation 区画の外の事実。省くと、外の事実で出す欄は打たれている欄だけになる
 */
export const isShown = (
  spec: { readonly when?: ShownWhen | undefined },
  answers: { readonly [field: string]: unknown },
  situation: PlanSituation = nothingKnown,
): boolean => spec.when === undefined || spec.when(answers, situation);

/**
 * 一つの区画を読む。
 * @param situation 区画の外の事実。点検と様式では situationOf の値を必ず渡す
 * @returns 値と、読めない欄・空の必須欄の指摘
 */
export function readSection(
  section: SectionSpec,
  raw: RawSection,
  situation: PlanSituation = nothingKnown,
): SectionReading {
  const values: Record<string, unknown> = {};
  const faults: Finding[] = [];
  const missing: Finding[] = [];
  for (const [name, spec] of Object.entries(section.fields)) {
    const shown = isShown(spec, raw, situation);
    if (spec.shape === "rows") {
      values[name] = shown
        ? readRows({ section: section.id, field: name }, spec, rowsOf(raw, name), situation, faults, missing)
        : [];
      continue;
    }
    if (!shown) continue;
    values[name] = readField({ section: section.id, field: name }, spec, wordOf(raw, name), faults, missing);
  }
  return { values, faults, missing };
}

/** @param index 画面での位置（0 から、空の行も数える） */
export const rowName = ({ rowLabel }: RowsSpec, index: number): string => `${rowLabel} ${index + 1}`;

function readRows(
  { section, field: name }: Place,
  spec: RowsSpec,
  rows: readonly RawRow[],
  situation: PlanSituation,
  faults: Finding[],
  missing: Finding[],
): readonly unknown[] {
  const filled = rows.flatMap((row, index) => (isBlankRow(row) ? [] : [{ row, index }]));
  if (filled.length === 0 && spec.requirement !== "optional") {
    missing.push({
      check: "required",
      severity: spec.requirement === "required" ? "error" : "warning",
      section,
      field: name,
      message: `${spec.label}を一つ以上入力してください。`,
    });
  }
  return filled.map(({ row, index }) => {
    const place = { section, field: name, rowId: row.id, rowName: rowName(spec, index) };
    const cells = Object.entries(spec.fields)
      .filter(([, cell]) => isShown(cell, row, situation))
      .map(([column, cell]): [string, unknown] => [
        column,
        readField({ ...place, field: `${name}.${column}` }, cell, wordOf(row, column), faults, missing),
      ]);
    return { id: row.id, ...Object.fromEntries(cells) };
  });
}

function readField(
  place: Place,
  spec: FieldSpec,
  raw: string,
  faults: Finding[],
  missing: Finding[],
): unknown {
  if (raw.trim() === "") {
    if (spec.requirement !== "optional")
      missing.push({
        check: "required",
        severity: spec.requirement === "required" ? "error" : "warning",
        ...place,
        message:
          spec.kind === "choice" ? `${spec.label}を選んでください。` : `${spec.label}を入力してください。`,
      });
    return undefined;
  }
  const read = spec.parse(raw);
  if (read.ok) return read.value;
  faults.push({ check: "format", severity: "error", ...place, message: `${spec.label}: ${read.error}` });
  return undefined;
}

export type ReadPlan = {
  readonly values: PlanValues;
  readonly readings: ReadonlyMap<string, SectionReading>;
};

/** 外の事実を使わない読み取り。提出先、通知書、業種が続けて読む。答えは書き換えないので使い回す。 */
const remembered = new WeakMap<RawAnswers, ReadPlan>();

/**
 * 計画の全部を読む。いまの答えでは要らない区画は、空の区画として読み、指摘もしない。
 * @param answers 計画の下書き。読んだ後に書き換えない
 * @param situation 区画の外の事実。提出先を決めるだけなら省ける
 */
export function readPlan(answers: RawAnswers, situation: PlanSituation = nothingKnown): ReadPlan {
  if (situation !== nothingKnown) return readEverySection(answers, situation);
  const known = remembered.get(answers) ?? readEverySection(answers, nothingKnown);
  remembered.set(answers, known);
  return known;
}

function readEverySection(answers: RawAnswers, situation: PlanSituation): ReadPlan {
  const readings = new Map<string, SectionReading>(
    formSections.map((section) => [
      section.id,
      sectionApplies(section.id, answers)
        ? readSection(section, rawSection(answers, section.id), situation)
        : { ...readSection(section, {}, situation), faults: [], missing: [] },
    ]),
  );
  const values = Object.fromEntries([...readings].map(([id, reading]) => [id, reading.values]));
  // 区画の定義から読んだ値なので、形は PlanValues と同じ。
  return { values: values as unknown as PlanValues, readings };
}
