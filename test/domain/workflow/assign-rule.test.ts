/** 局の担当の決まり: どの決まりが当たり、誰に回すか。 */
import { expect, it } from "vitest";
import { type AssignRule, assigneeBy } from "#app/domain/workflow/assign-rule.ts";

const rule = (id: string, more: Partial<AssignRule> = {}): AssignRule => ({
  id,
  guidelineId: "",
  division: "",
  assignees: ["sato"],
  turn: 0,
  ...more,
});
const facts = { guidelineId: "manufacturing", division: "E" };
const present = new Set(["sato", "kudo", "ito"]);
const chosen = (rules: readonly AssignRule[], here: ReadonlySet<string> = present) => {
  const found = assigneeBy(rules, facts, here);
  return found === null ? null : [found.rule.id, found.assigneeId];
};

const every = rule("すべて");
const byDivision = rule("業種", { division: "E" });
const byGuideline = rule("指針", { guidelineId: "manufacturing" });
const byBoth = rule("両方", { guidelineId: "manufacturing", division: "E" });
const turns = (turn: number) => rule("順番", { assignees: ["sato", "kudo", "ito"], turn });

it.each<readonly [string, readonly AssignRule[], ReadonlySet<string>, readonly string[] | null]>([
  ["決まりがなければ、決まらない", [], present, null],
  ["すべての申請の決まり", [every], present, ["すべて", "sato"]],
  ["業種の決まりは、すべての決まりより先", [every, byDivision], present, ["業種", "sato"]],
  ["指針の決まりは、業種の決まりより先", [byDivision, byGuideline], present, ["指針", "sato"]],
  ["両方の決まりが、いちばん先", [every, byDivision, byGuideline, byBoth], present, ["両方", "sato"]],
  ["同じ細かさなら、前にある方", [rule("一"), rule("二")], present, ["一", "sato"]],
  ["ほかの指針の決まりは、当たらない", [rule("別", { guidelineId: "nursing-care" })], present, null],
  ["ほかの業種の決まりは、当たらない", [rule("別", { division: "D" })], present, null],
  ["一人目に回す", [turns(0)], present, ["順番", "sato"]],
  ["二人目に回す", [turns(1)], present, ["順番", "kudo"]],
  ["一巡りしたら、一人目に戻る", [turns(3)], present, ["順番", "sato"]],
  ["局を離れた人には回さない", [turns(0)], new Set(["kudo", "ito"]), ["順番", "kudo"]],
  [
    "みな離れた決まりは飛ばす",
    [byGuideline, rule("次", { assignees: ["ito"] })],
    new Set(["ito"]),
    ["次", "ito"],
  ],
  ["誰もいなければ、決まらない", [every], new Set<string>(), null],
])("%s", (_name, rules, here, expected) => {
  expect(chosen(rules, here)).toEqual(expected);
});
