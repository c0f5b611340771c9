/** 様式の木の違いと CSV。行は id で突き合わせ、並べ替えは違いにしない。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import { documentDifference } from "#app/domain/plan/document-difference.ts";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { planCsvRows } from "#app/domain/plan/plan-csv.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { manufacturing, withFields, withRow } from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";
import { someAnswers } from "./plan-arbitrary.ts";

const made = manufacturing.answers;
const documentOf = (answers: RawAnswers): PlanDocument => planDocument(rulebook, answers, date("2026-12-01"));
const changes = (before: RawAnswers, after: RawAnswers) =>
  documentDifference(documentOf(before), documentOf(after)).map(({ field, row, before, after }) => [
    field,
    row?.kind ?? "value",
    before,
    after,
  ]);
const funds = made["funding"]?.["funds"] as readonly RawRow[];

describe("様式の木の違い", () => {
  it("直した欄は、単位まで付けた前と後の値で出る", () => {
    expect(changes(made, withFields(made, "company", { employees: "48" }))).toEqual([
      ["employees", "value", "46人", "48人"],
    ]);
  });

  it("直した行の、直した列だけが出て、計算した合計も変わる", () => {
    expect(changes(made, withRow(made, ["funding", "funds"], 1, { amount: "7000" }))).toEqual([
      ["funds.amount", "changed", "6,500", "7,000"],
      ["fundsTotal", "value", "44,500千円", "45,000千円"],
    ]);
  });

  it("並べ替えただけの行は違いにならず、足した行と消した行は名指しされる", () => {
    const [first, second] = funds;
    if (first === undefined || second === undefined) throw new Error("資金の行がありません。");
    const added = { ...second, id: "fund-9", purpose: "教育の費用", amount: "0" };
    expect(changes(made, withFields(made, "funding", { funds: [second, first] }))).toEqual([]);
    const kinds = (after: readonly RawRow[]) => [
      ...new Set(changes(made, withFields(made, "funding", { funds: after })).map(([, kind]) => kind)),
    ];
    expect(kinds([first, second, added])).toEqual(["added"]);
    expect(kinds([first])).toEqual(["removed", "value"]);
  });

  it("どの計画でも、自分との違いはなく、前と後を入れ替えれば値も入れ替わる", () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (left, right) => {
        const [a, b] = [documentOf(left), documentOf(right)];
        expect(documentDifference(a, a)).toEqual([]);
        const key = (one: ReturnType<typeof documentDifference>[number], swap: boolean): string =>
          JSON.stringify([
            one.section,
            one.field,
            one.row?.id,
            swap ? [one.after, one.before] : [one.before, one.after],
          ]);
        expect(
          documentDifference(a, b)
            .map((one) => key(one, false))
            .toSorted(),
        ).toEqual(
          documentDifference(b, a)
            .map((one) => key(one, true))
            .toSorted(),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("様式の CSV", () => {
  it("値は一行に一つ、表は行と列の順に並ぶ", () => {
    const rows = planCsvRows(documentOf(made));
    expect(rows).toContainEqual(["1", "名称等", "", "", "常時雇用する従業員の数", "46", "人"]);
    expect(
      rows.filter(([, , table]) => table === "資金").map(([, , , row, label, value]) => [row, label, value]),
    ).toEqual([
      ["1", "実施事項", "ウ"],
      ["1", "使途・用途", "5軸制御マシニングセンタの取得"],
      ["1", "資金調達方法", "融資"],
      ["1", "金額（千円）", "38,000"],
      ["2", "実施事項", "ウ"],
      ["2", "使途・用途", "据付及び治具"],
      ["2", "資金調達方法", "自己資金"],
      ["2", "金額（千円）", "6,500"],
    ]);
  });

  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["-1+2", "'-1+2"],
    ["-1,200.5", "-1,200.5"],
    ["株式会社=青葉", "株式会社=青葉"],
  ])("表計算の式に見える「%s」は「%s」と書く", (typed, written) => {
    const rows = planCsvRows(documentOf(withFields(made, "company", { name: typed })));
    expect(rows.find(([, , , , label]) => label === "事業者の氏名又は名称")?.[5]).toBe(written);
  });
});
