/** 一箇所だけ崩した計画の表に使う部品。 */
import type { CheckFacts } from "#app/domain/plan/check-plan.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { manufacturing, withRow } from "#test/support/example-plans.ts";

const made = manufacturing.answers;

export const equipmentRow = (cells: Readonly<Record<string, string>>, answers: RawAnswers = made) =>
  withRow(answers, ["equipment", "equipment"], 0, cells);
export const industryRow = (code: string, answers: RawAnswers = made) =>
  withRow(answers, ["industry", "industries"], 0, { code });
export const error = (check: string, section: string, field: string): Partial<Finding> => ({
  check,
  severity: "error",
  section,
  field,
});
export const warning = (check: string, section: string, field: string): Partial<Finding> => ({
  check,
  severity: "warning",
  section,
  field,
});

/** 計画の外の事実と、点検の日。 */
type Outside = { readonly facts?: Partial<CheckFacts>; readonly on?: string };

export type BrokenCase = readonly [
  name: string,
  answers: RawAnswers,
  finding: Partial<Finding>,
  /** 文に必ず入る言葉。何が問題で、どう直すか。 */
  says: string,
  outside?: Outside,
];

export type BrokenPlan = {
  readonly name: string;
  readonly answers: RawAnswers;
  readonly finding: Partial<Finding>;
  readonly says: string;
  readonly outside: Outside;
};

export const named = ([name, answers, finding, says, outside = {}]: BrokenCase): BrokenPlan => ({
  name,
  answers,
  finding,
  says,
  outside,
});
