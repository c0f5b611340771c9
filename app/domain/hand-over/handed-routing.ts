/** 引き継いだ版の提出先。認定した局は記録のとおりで、標準処理期間などは規則集から補う。 */
import { tokyoDay } from "../calendar/tokyo.ts";
import type { RawAnswers } from "../plan/field.ts";
import { type Routing, routePlanValues } from "../plan/plan-routing.ts";
import { readPlan } from "../plan/read-section.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { RecordOf } from "./records.ts";

/** @param version.office 規則集にある局 */
export function handedRouting(
  rulebook: Rulebook,
  version: RecordOf<"versions"> & { readonly office: string },
  answers: RawAnswers,
  company: Pick<RecordOf<"companies">, "prefecture">,
): Routing {
  const { values } = readPlan(answers);
  const on = version.filedAt === null ? version.certifiedOn : tokyoDay(version.filedAt);
  const answer = routePlanValues(rulebook, values, on);
  const base = answer.kind === "decided" ? answer.routing : unrouted(rulebook);
  const office = rulebook.offices.get(version.office);
  const guideline = version.guideline === null ? undefined : rulebook.guidelines.get(version.guideline);
  return {
    ...base,
    ...(office === undefined
      ? {}
      : {
          ministry: office.ministry,
          office: { code: office.code, name: office.name, headTitle: office.headTitle },
          addressee: office.headTitle,
        }),
    ...(guideline === undefined ? {} : { guideline: { id: guideline.id, name: guideline.name } }),
    municipalities: [],
    explanation: ["引き継いだ記録のとおりです。"],
    industryCode: version.industryCode ?? "",
    prefecture: values.company.prefecture ?? company.prefecture,
  };
}

/** いまの規則集では、提出先が一つに決まらない業種。 */
function unrouted(rulebook: Rulebook): Routing {
  const { days, unit } = rulebook.procedure.processing.single;
  return {
    ministry: "",
    office: { code: "", name: "", headTitle: "" },
    addressee: "",
    municipalities: [],
    guideline: { id: "", name: "" },
    electronic: true,
    processing: { days, unit },
    certainty: "inferred",
    rule: { prefix: "", revision: null, source: "引継ぎ" },
    explanation: [],
    industryCode: "",
    prefecture: "",
    joint: false,
  };
}
