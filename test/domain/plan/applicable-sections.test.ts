/** いまの答えで要る区画。9〜11 は、事業承継等、D類型、様式第2 の答えで出る。 */
import { describe, expect, it } from "vitest";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import { applicableSections, sectionAfter, sectionApplies } from "#app/domain/plan/applicable-sections.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { manufacturing, withFields, withRow } from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";
import { wholePlan } from "./whole-plan.ts";

const made = manufacturing.answers;
const extra = (answers: RawAnswers): readonly string[] =>
  applicableSections(answers)
    .map(({ id }) => id)
    .filter((id) => ["permits", "due-diligence", "real-estate"].includes(id));

describe("いまの答えで要る区画", () => {
  it.each<[string, RawAnswers, readonly string[]]>([
    ["何も答えていない計画", {}, []],
    ["事業承継等のない様式第1", made, []],
    [
      "事業承継等を伴う計画",
      withFields(made, "measures", { usesOthersResources: "yes" }),
      ["permits", "due-diligence"],
    ],
    ["D類型の設備のある計画", withRow(made, ["equipment", "equipment"], 0, { type: "D" }), ["due-diligence"]],
    ["様式第2", withFields(made, "screening", { realEstate: "yes" }), ["real-estate"]],
    ["全部", wholePlan, ["permits", "due-diligence", "real-estate"]],
  ])("%s", (_name, answers, expected) => {
    expect(extra(answers)).toEqual(expected);
  });

  it("知らない区画は要らない", () => {
    expect(sectionApplies("screening", wholePlan)).toBe(false);
  });

  it("次の区画は、要らない区画を飛ばす", () => {
    expect(sectionAfter(made, "equipment")?.id).toBe("tax");
    expect(sectionAfter(wholePlan, "equipment")?.id).toBe("permits");
    expect(sectionAfter(wholePlan, "tax")).toBeUndefined();
  });

  it("要らなくなった区画に残った誤りは、申請を止めない", () => {
    const answers = withFields(made, "real-estate", {
      land: [{ id: "land-1", lot: "", landCategory: "", area: "広い", seller: "" }],
    });
    expect(checkPlan(rulebook, answers, date("2026-12-01"))).toEqual([]);
  });
});
