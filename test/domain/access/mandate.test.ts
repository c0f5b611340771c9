import { expect, it } from "vitest";
import { filingStanding, mandateOf, mayFileIn } from "#app/domain/access/mandate.ts";

const portal = "keieiryoku-portal";
const others = [{ client_id: "another" }];

it.each([
  ["許されたメンバー", "member", [...others, { client_id: portal }], "granted", "ready"],
  ["ほかの手続だけを許されたメンバー", "member", others, "absent", "noMandate"],
  ["何も許されていないメンバー", "member", [], "absent", "noMandate"],
  ["並びの無いメンバー", "member", undefined, "unknown", "unknownMandate"],
  ["並びが空文字のメンバー", "member", "", "unknown", "unknownMandate"],
  ["読めない並びのメンバー", "member", [{ id: portal }], "unknown", "unknownMandate"],
  ["プライム", "prime", [], "granted", "ready"],
  ["エントリー", "entry", [], "granted", "entry"],
] as const)("メンバーの権限: %s", (_name, accountType, info, mandate, standing) => {
  expect(mandateOf(accountType, info, portal)).toBe(mandate);
  const found = filingStanding({ accountType, mandate });
  expect(found).toBe(standing);
  expect(mayFileIn(found)).toBe(mandate !== "absent" && accountType !== "entry");
});
