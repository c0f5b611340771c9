/** 様式の「見出しと値の木」。見出しは区画の定義から、値は人の読む書き方で出る。 */
import { describe, expect, it } from "vitest";
import type { DocumentEntry } from "#app/domain/plan/document.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { measureLetter } from "#app/domain/plan/options.ts";
import { planCsvRows } from "#app/domain/plan/plan-csv.ts";
import { FORM_VERSION, planDocument } from "#app/domain/plan/plan-document.ts";
import { planSections } from "#app/domain/plan/sections.ts";
import {
  construction,
  examplePlans,
  manufacturing,
  nursingCare,
  warehouse,
  withFields,
} from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const documentOf = (answers: RawAnswers) => planDocument(rulebook, answers, date("2026-12-01"));

function entry(answers: RawAnswers, section: string, field: string): DocumentEntry {
  const found = documentOf(answers)
    .sections.find(({ id }) => id === section)
    ?.entries.find((one) => one.field === field);
  if (found === undefined) throw new Error(`${section}.${field} がありません。`);
  return found;
}
const valueOf = (answers: RawAnswers, section: string, field: string): string => {
  const found = entry(answers, section, field);
  if (found.kind !== "value") throw new Error(field);
  return `${found.value}${found.value === "" ? "" : (found.unit ?? "")}`;
};
const rowsIn = (answers: RawAnswers, section: string, field: string): readonly (readonly string[])[] => {
  const found = entry(answers, section, field);
  if (found.kind !== "table") throw new Error(field);
  return found.rows.map(({ cells }) => cells);
};

/** 計算して載せる項目。欄の定義にはない。 */
const derived = new Set([
  "industryNames",
  "guidelineName",
  "receivingOffice",
  "months",
  "localBenchmark",
  "baselineValue",
  "targetValue",
  "growth",
  "improvement",
  "requiredGrowth",
  "fundsTotal",
  "equipmentByKind",
  "equipmentQuantity",
  "equipmentTotal",
]);

describe("様式の木", () => {
  it("区画の番号と題は様式の順、様式の版が付く", () => {
    const document = documentOf(manufacturing.answers);
    expect(document.formVersion).toBe(FORM_VERSION);
    expect(document.sections.map(({ number, title }) => `${number} ${title}`)).toEqual(
      planSections.slice(0, 8).map(({ number, title }) => `${number} ${title}`),
    );
  });

  it.each(examplePlans)("$case の見出しと単位は、どれも欄の定義から来る", ({ answers }) => {
    const sections = new Map<string, (typeof planSections)[number]>(planSections.map((one) => [one.id, one]));
    for (const { id, entries } of documentOf(answers).sections) {
      const fields: Readonly<Record<string, { label: string; unit?: string | undefined }>> =
        sections.get(id)?.fields ?? {};
      for (const one of entries) {
        if (derived.has(one.field)) continue;
        expect(one.label).toBe(fields[one.field]?.label);
        if (one.kind === "value") expect(one.unit).toBe(fields[one.field]?.unit);
      }
      expect(new Set(entries.map(({ field }) => field)).size).toBe(entries.length);
    }
  });

  it.each([
    ["company", "name", "株式会社青葉精密製作所"],
    ["company", "representative", "代表取締役 髙橋 健一"],
    ["company", "prefecture", "宮城県"],
    ["company", "capital", "30,000,000円"],
    ["company", "employees", "46人"],
    ["company", "establishedOn", "昭和59年6月1日"],
    ["company", "closingMonth", "3月"],
    ["company", "website", ""],
    ["company", "publishConsent", "公表してよい"],
    ["industry", "guidelineName", "製造業"],
    ["industry", "receivingOffice", "東北経済産業局"],
    ["period", "start", "令和8年12月"],
    ["period", "months", "3年（36か月）"],
    ["present-state", "sales", "612,000千円"],
    ["indicators", "indicator", "労働生産性（千円/人 または 円/人・時）"],
    ["indicators", "baselineValue", "5,747.17千円/人"],
    ["indicators", "targetValue", "6,200千円/人"],
    ["indicators", "growth", "7.88%"],
    ["indicators", "improvement", "7.88%の改善"],
    ["indicators", "requiredGrowth", "1%以上"],
    ["measures", "usesOthersResources", "無"],
    ["funding", "fundsTotal", "44,500千円"],
    ["equipment", "equipmentTotal", "38,000千円"],
  ])("製造業の例の %s の %s は「%s」", (section, field, expected) => {
    expect(valueOf(manufacturing.answers, section, field)).toBe(expected);
  });

  it("表の選択は見出しで、実施事項は記号で出る", () => {
    expect(rowsIn(manufacturing.answers, "measures", "measures")[0]?.slice(0, 2)).toEqual([
      "ア",
      "イ(2)　多能工化及び機械の多台持ちの推進",
    ]);
    expect(rowsIn(manufacturing.answers, "funding", "funds")).toEqual([
      ["ウ", "5軸制御マシニングセンタの取得", "融資", "38,000"],
      ["ウ", "据付及び治具", "自己資金", "6,500"],
    ]);
    expect(rowsIn(manufacturing.answers, "equipment", "equipment")[0]?.slice(0, 4)).toEqual([
      "ウ",
      "令和9年2月",
      "A　生産性向上設備",
      "機械装置",
    ]);
    expect(rowsIn(manufacturing.answers, "industry", "industryNames")).toEqual([
      ["26 生産用機械器具製造業", "2662 金属加工機械製造業（金属工作機械を除く）"],
    ]);
  });

  it("低いほど良い離職率は、下がった割合と改善の大きさで言い、改善に負の符号を付けない", () => {
    expect(valueOf(nursingCare.answers, "indicators", "growth")).toBe("19.02%");
    expect(entry(nursingCare.answers, "indicators", "growth").label).toBe("低下の割合（(A−B)/A）");
    expect(valueOf(nursingCare.answers, "indicators", "improvement")).toBe("3.5ポイントの改善");
    expect(valueOf(nursingCare.answers, "indicators", "baselineValue")).toBe("18.4%");
  });

  it("求められる伸び率は期間の長さで決まり、決まりのない指標では載せない", () => {
    expect(valueOf(warehouse.answers, "indicators", "requiredGrowth")).toBe("2%以上");
    expect(valueOf(construction.answers, "indicators", "requiredGrowth")).toBe("1.5%以上");
    expect(() => entry(nursingCare.answers, "indicators", "requiredGrowth")).toThrow();
  });

  it("指標に応じた欄だけが載り、使わない区画は合計を載せない", () => {
    expect(() => entry(nursingCare.answers, "indicators", "baselineProfit")).toThrow();
    expect(() => entry(warehouse.answers, "funding", "fundsTotal")).toThrow();
    expect(() => entry(warehouse.answers, "equipment", "equipmentTotal")).toThrow();
  });

  it("読めない入力は、打たれたまま出る", () => {
    const answers = withFields(manufacturing.answers, "company", {
      employees: "四十六人ほど",
      establishedOn: "昭和の終わり",
      closingMonth: "13",
    });
    expect(entry(answers, "company", "employees")).toMatchObject({ value: "四十六人ほど" });
    expect(valueOf(answers, "company", "establishedOn")).toBe("昭和の終わり");
    expect(valueOf(answers, "company", "closingMonth")).toBe("13");
  });

  it("読めない数に、単位を重ねない（画面・様式・CSV）", () => {
    const answers = withFields(manufacturing.answers, "present-state", { sales: "約3千" });
    expect(valueOf(answers, "present-state", "sales")).toBe("約3千");
    const csv = planCsvRows(documentOf(answers)).find(([, , , , label]) => label === "売上高");
    expect(csv?.slice(5)).toEqual(["約3千", ""]);
    const typed = withFields(manufacturing.answers, "present-state", { sales: "１２億円" });
    expect(valueOf(typed, "present-state", "sales")).toBe("1,200,000千円");
  });

  it("空の行は載せず、何も書いていない計画も様式の形になる", () => {
    const answers = withFields(manufacturing.answers, "funding", {
      funds: [{ id: "f-1", measure: "", purpose: " ", method: "", amount: "" }],
    });
    expect(rowsIn(answers, "funding", "funds")).toEqual([]);
    for (const { entries } of documentOf({}).sections)
      for (const one of entries)
        expect(one.kind === "value" ? one.value : one.rows.length).toBeOneOf(["", 0]);
  });
});

describe("実施事項の記号", () => {
  it.each([
    [0, "ア"],
    [44, "ヲ"],
    [45, "ン"],
    [46, "ア2"],
  ])("%i番目は「%s」", (index, letter) => {
    expect(measureLetter(index)).toBe(letter);
  });
});
