/** 申請の前の点検。欄の読み取りの誤り、空の必須の欄、要件を満たさない計算を、欄の下に出す文にする。 */
import type { Finding } from "../plan/finding.ts";
import type { RawAnswers } from "../plan/field.ts";
import { readSection, type SectionReading } from "../plan/read-section.ts";
import { severityOf } from "../rulebook/blocking.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { assess } from "./assess.ts";
import type { Assessed } from "./assessed.ts";
import { type ConfirmationValues, confirmationParts } from "./form.ts";
import type { Requirement } from "./requirement.ts";

export type ConfirmationReading = {
  readonly values: ConfirmationValues;
  /** 読めない欄と、空のままの欄。 */
  readonly findings: readonly Finding[];
};

/** 下書きを読む。読めない欄は undefined になり、理由を指摘に返す。 */
export function readConfirmation(type: Assessed["type"], answers: RawAnswers): ConfirmationReading {
  const readings = confirmationParts(type).map((part): [string, SectionReading] => [
    part.id,
    readSection(part, answers[part.id] ?? {}),
  ]);
  const values = Object.fromEntries(readings.map(([id, { values: read }]) => [id, read]));
  return {
    // 部分の定義から読んだ値なので、形は ConfirmationValues と同じ。
    values: values as unknown as ConfirmationValues,
    findings: readings.flatMap(([, { faults, missing }]) => [...faults, ...missing]),
  };
}

export type CheckedConfirmation = ConfirmationReading & {
  readonly requirements: readonly Requirement[];
};

/**
 * @param input.corporation 法人か（GビズID の種別）
 * @param input.on 申請の日
 * @returns 要件の計算と、欄の指摘。error が一つでもあれば申請できない
 */
export function checkConfirmation(
  rulebook: Rulebook,
  input: Omit<Assessed, "values"> & { readonly answers: RawAnswers },
): CheckedConfirmation {
  const { values, findings } = readConfirmation(input.type, input.answers);
  const requirements = assess(rulebook, { ...input, values });
  return {
    values,
    requirements,
    findings: [...findings, ...permitMissing(values), ...requirements.flatMap(unmet)],
  };
}

/** 要件ごとの、指摘を出す欄。 */
const places: Readonly<Record<string, { readonly section: string; readonly field: string }>> = {
  return: { section: "investment", field: "amount" },
  assets: { section: "assets", field: "months" },
  corporation: { section: "applicant", field: "name" },
  sales: { section: "growth", field: "previousSales" },
  growth: { section: "growth", field: "targetSales" },
  amount: { section: "investment", field: "amount" },
  declared: { section: "growth", field: "declaredOn" },
  permit: { section: "growth", field: "permitOn" },
  acquisition: { section: "investment", field: "acquisitionMonth" },
  open: { section: "investment", field: "acquisitionMonth" },
};

function unmet({ id, title, workings, met, certainty }: Requirement): readonly Finding[] {
  if (met !== false) return [];
  const place = places[id] ?? { section: "investment", field: "planName" };
  const answers = workings.map(({ result, required }) => `${required}のところ、${result}`).join("、");
  return [
    {
      check: `confirmation.${id}`,
      severity: severityOf(certainty),
      ...place,
      message: `「${title}」の要件を満たしていません（${answers}）。`,
    },
  ];
}

/** 建物を建てる E 類型では、建築確認済証の予定の日が要る。 */
const permitMissing = ({ growth }: ConfirmationValues): readonly Finding[] =>
  growth?.building === true && growth.permitOn === undefined
    ? [
        {
          check: "required",
          severity: "error",
          section: "growth",
          field: "permitOn",
          message: "建築確認済証を受ける予定の日を入力してください。",
        },
      ]
    : [];
