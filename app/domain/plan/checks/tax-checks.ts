/** 税制の措置を使えるかの点検。認定を受けられるかとは別の問いなので、申請は止めない。 */
import { mayUseTaxRelief } from "../../eligibility/tax-relief-eligibility.ts";
import { taxReliefFactsOf } from "../eligibility-facts.ts";
import { type Check, findingOf } from "./check.ts";

/** 設備を書いた計画で、税の特例を使えない答えがあるか（租税特別措置法第42条の12の4、第10条の5の3）。 */
export const taxRelief: Check = ({ values }) => {
  if (values.equipment.equipment.length === 0) return [];
  const answer = mayUseTaxRelief(taxReliefFactsOf(values));
  const reasons = answer.reasons.filter((reason) => reason.holds === "notMet").map(({ text }) => text);
  if (answer.outcome !== "no") return [];
  return [
    findingOf(
      "mayUseTaxRelief",
      { field: "blueReturn" },
      `税制の措置を使えない見込みです（${reasons.join("")}）。計画の認定は受けられますが、設備の税制の措置については税理士や税務署に確かめてください。`,
    ),
  ];
};
