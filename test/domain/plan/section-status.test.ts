/** 始められるか、書かなくてよいか。どの順でも書けて、書いたものは閉じない。 */
import { describe, expect, it } from "vitest";
import type { RawAnswers, SectionSpec } from "#app/domain/plan/field.ts";
import {
  isMarkedUnused,
  isOptionalSection,
  isSparedByScreening,
  lockedReason,
  sectionStatus,
} from "#app/domain/plan/section-status.ts";
import { planSections, sectionOf } from "#app/domain/plan/sections.ts";

const section = (id: string): SectionSpec => {
  const found = sectionOf(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const oneMeasure: RawAnswers = { measures: { measures: [{ id: "m1", description: "工程の見直し" }] } };
const oneFund: RawAnswers = { funding: { funds: [{ id: "f1", purpose: "設備の取得" }] } };

describe("まだ開始できない区画", () => {
  it.each<[string, string, RawAnswers, boolean, string | null]>([
    ["指標は、指針が決まるまで", "indicators", {}, false, "事業分野"],
    ["内容は、指針が決まるまで", "measures", {}, false, "事業分野"],
    ["指標は、指針が決まれば始められる", "indicators", {}, true, null],
    ["資金は、実施事項を書くまで", "funding", {}, true, "実施事項"],
    ["設備は、実施事項を書くまで", "equipment", {}, true, "実施事項"],
    [
      "空の行だけでは、実施事項を書いたことにならない",
      "equipment",
      { measures: { measures: [{ id: "m1" }] } },
      true,
      "実施事項",
    ],
    ["資金は、実施事項があれば始められる", "funding", oneMeasure, true, null],
    ["書いてある区画は閉じない", "funding", oneFund, false, null],
    ["ほかの区画は、いつでも始められる", "company", {}, false, null],
  ])("%s", (_case, id, answers, guidelineKnown, why) => {
    const reason = lockedReason(section(id), answers, guidelineKnown);
    if (why === null) expect(reason).toBeNull();
    else expect(reason).toContain(why);
  });
});

describe("書かなくてよい区画", () => {
  it("必ず書く欄のない区画だけが、使わないと決められる", () => {
    expect(planSections.filter(isOptionalSection).map(({ id }) => id)).toEqual([
      "funding",
      "equipment",
      "permits",
      "due-diligence",
      "real-estate",
      "tax",
    ]);
  });

  it.each<[string, string, RawAnswers, boolean]>([
    ["印があれば使わない", "funding", { "unused-sections": { funding: "yes" } }, true],
    ["印を外せば使う", "funding", { "unused-sections": { funding: "no" } }, false],
    [
      "書いてあれば、印より書いたものを採る",
      "funding",
      { ...oneFund, "unused-sections": { funding: "yes" } },
      false,
    ],
    ["必ず書く区画の印は効かない", "period", { "unused-sections": { period: "yes" } }, false],
  ])("%s", (_case, id, answers, unused) => {
    expect(isMarkedUnused(section(id), answers)).toBe(unused);
  });

  it.each<[string, string, RawAnswers, boolean]>([
    ["税制を使わない計画の設備", "equipment", { screening: { taxRelief: "no" } }, true],
    ["税制を使わない計画の税制の確認", "tax", { screening: { taxRelief: "no" } }, true],
    ["税制を使う計画の設備", "equipment", { screening: { taxRelief: "yes" } }, false],
    ["資金は税制と関わらない", "funding", { screening: { taxRelief: "no" } }, false],
    ["書いてあれば要る", "tax", { screening: { taxRelief: "no" }, tax: { blueReturn: "yes" } }, false],
  ])("%s", (_case, id, answers, spared) => {
    expect(isSparedByScreening(section(id), answers)).toBe(spared);
  });
});

describe("進み具合の言葉の優先", () => {
  it.each<[string, boolean, { readonly unused?: boolean; readonly locked?: boolean }, string]>([
    ["まだ開始できない", false, { locked: true }, "locked"],
    ["使わないと決めた区画は、始められなくても完了", false, { unused: true, locked: true }, "complete"],
    ["差戻しの指摘は、何より先", true, { unused: true, locked: true }, "needsCorrection"],
    ["どれでもなければ未着手", false, {}, "notStarted"],
  ])("%s", (_case, commented, circumstance, status) => {
    expect(sectionStatus(section("funding"), undefined, [], commented, circumstance)).toBe(status);
  });
});
