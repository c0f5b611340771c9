/** 2 事業分野の取り違えの点検。分野と指針の誤りは、差戻しの多い理由である。 */
import { monthOf } from "../../calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "../../calendar/era.ts";
import { findIndustry } from "../../industry/find-industry.ts";
import { unknownIndustryWords } from "../../industry/unknown-industry.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Finding } from "../finding.ts";
import type { PlanValues } from "../sections.ts";
import { routePlan } from "../../routing/route.ts";
import { industriesOf } from "../plan-routing.ts";
import { type Check, findingOf } from "./check.ts";

/** 本業の番号は、いまの改定で伺う。 */
const MAIN_INDUSTRY_REVISION = 14;

/**
 * 4桁でも、その改定の分類表にない番号。ほかの改定の番号なら、そう言う。
 * @returns 保存のときに欄で示し、申請の前の点検でも出す指摘
 */
export function unknownIndustries(
  rulebook: Rulebook,
  values: Pick<PlanValues, "industry">,
): readonly Finding[] {
  const rows = industriesOf(values).flatMap(({ rowId, revision, code }) => {
    const words = unknownIndustryWords(rulebook, revision, code);
    return words === null ? [] : [findingOf("unknownIndustry", { field: "industries.code", rowId }, words)];
  });
  const { mainIndustry } = values.industry;
  if (
    mainIndustry === undefined ||
    findIndustry(rulebook, MAIN_INDUSTRY_REVISION, mainIndustry) !== undefined
  )
    return rows;
  const words = `本業の「${mainIndustry}」という細分類は、第${MAIN_INDUSTRY_REVISION}回改定にありません。番号を確かめるか、選び直してください。`;
  return [...rows, findingOf("unknownIndustry", { field: "mainIndustry" }, words)];
}

export const industriesExist: Check = ({ rulebook, values }) => unknownIndustries(rulebook, values);

/**
 * 計画の事業と本業が違うとき、分野が計画の事業になっているか。提出先と指針は計画の事業で決まる
 * （近畿経済産業局 申請の手引き、2024年9月）。
 */
export const industryOfPlan: Check = ({ rulebook, values }) => {
  const { mainIndustry } = values.industry;
  const industries = industriesOf(values);
  const first = industries[0];
  if (mainIndustry === undefined || first === undefined) return [];
  const main = findIndustry(rulebook, MAIN_INDUSTRY_REVISION, mainIndustry);
  if (main === undefined) return [];
  if (industries.some(({ code }) => code === mainIndustry)) return [];
  const name = findIndustry(rulebook, first.revision, first.code)?.class.name ?? "";
  return [
    findingOf(
      "industryOfPlan",
      { field: "industries.code", rowId: first.rowId },
      `計画の事業分野（${first.code} ${name}）は、本業（${mainIndustry} ${main.class.name}）と違います。提出先と指針は計画の事業で決まります。計画で取り組む事業の分野か、もう一度確かめてください。`,
    ),
  ];
};

/** 分野ごとの指針が違う計画で、どの指針によるかを知らせる（法第16条）。 */
export const severalGuidelines: Check = ({ rulebook, values, guideline, on }) => {
  const { prefecture } = values.company;
  if (prefecture === undefined || guideline === undefined) return [];
  const names = new Map(
    industriesOf(values).flatMap(({ revision, code }) => {
      const answer = routePlan(rulebook, { revision, industry: code, prefecture, on });
      const offices = answer.kind === "office" ? [answer] : answer.kind === "choice" ? answer.candidates : [];
      return offices.map((office) => [office.guideline.id, office.guideline.name] as const);
    }),
  );
  if (names.size < 2) return [];
  return [
    findingOf(
      "severalGuidelines",
      { field: "industries" },
      `計画の分野には、違う指針（${[...names.values()].join("、")}）が関わります。この計画は「${guideline.name}」によって点検しました。別の指針によるときは、提出先の省庁を選び直すか、計画を分けてください。`,
    ),
  ];
};

/**
 * 同じ指針の認定済みの計画が、まだ期間の中にあるか。取組や設備を足すのは変更の申請になる（法第18条第1項）。
 * 同じ計画かどうかは指針だけでは決まらないので、知らせにとどめる。
 */
export const newInsteadOfChange: Check = ({ guideline, facts, on }) =>
  facts.certifiedPlans
    .filter((plan) => facts.base === null && plan.guidelineId === guideline?.id && plan.end >= monthOf(on))
    .map((plan) =>
      findingOf(
        "newInsteadOfChange",
        { field: "industries" },
        `同じ指針の計画（${formatJapaneseDate(plan.certifiedOn)}認定、${plan.number}）の期間が${formatJapaneseMonth(plan.end)}まで残っています。その計画に取組や設備を足すときは、新規ではなく変更の申請になります。別の計画かどうか確かめてください。`,
      ),
    );
