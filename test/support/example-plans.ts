/** 四つの例の計画（db/demo/example-plans.json）。打たれたままの答えと、出るべき案内。 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RawAnswers, RawRow, RawSection } from "#app/domain/plan/field.ts";

export type ExamplePlan = {
  readonly case: string;
  readonly answers: RawAnswers;
  readonly expected: {
    readonly guideline: string;
    readonly office: string;
    readonly addressee: string;
    readonly electronic: boolean;
    readonly required: string | null;
  };
};

export const examplePlans = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../db/demo/example-plans.json"), "utf8"),
) as readonly ExamplePlan[];

/** 名前で引く。 */
function examplePlan(name: string): ExamplePlan {
  const found = examplePlans.find((plan) => plan.case === name);
  if (found === undefined) throw new Error(`例の計画 ${name} がありません。`);
  return found;
}

export const manufacturing = examplePlan("manufacturing-miyagi-type-A");
export const warehouse = examplePlan("warehouse-hyogo-kobe");
export const construction = examplePlan("construction-osaka");
export const nursingCare = examplePlan("nursing-care-fukuoka-turnover");

/** 区画の欄を書き換えた答え。 */
export const withFields = (answers: RawAnswers, section: string, fields: RawSection): RawAnswers => ({
  ...answers,
  [section]: { ...answers[section], ...fields },
});

/** 表の一行を書き換えた答え。 */
export const withRow = (
  answers: RawAnswers,
  [section, table]: readonly [section: string, table: string],
  index: number,
  cells: Readonly<Record<string, string>>,
): RawAnswers => {
  const rows = answers[section]?.[table];
  if (!Array.isArray(rows)) throw new Error(`${section}.${table} は表ではありません。`);
  return withFields(answers, section, {
    [table]: (rows as readonly RawRow[]).map((row, at) => (at === index ? { ...row, ...cells } : row)),
  });
};
