/** 局の担当の決まりを読む、足す、消す。受理の時に、当たる決まりから担当を決める。 */
import { officesOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { findIndustry } from "#app/domain/industry/find-industry.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { assigneeBy } from "#app/domain/workflow/assign-rule.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { assignRule, type AssignRuleRow, assignRulesOf } from "#db/queries/assign-rules.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, currentRulebook, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type Colleague, colleaguesIn } from "./colleagues.server.ts";

export type OfficeRules = {
  readonly rules: readonly (AssignRuleRow & {
    /** 担当にする職員の名前。局を離れた人は null。 */
    readonly names: readonly (string | null)[];
  })[];
  readonly colleagues: readonly Colleague[];
};

/** @returns 自分の局の決まり。決裁者でない人は forbidden */
export async function openAssignRules(context: UseCaseContext): Promise<Result<OfficeRules, Refusal>> {
  const { actor } = context;
  if (!mayDo(actor, "office.editAssignRules").allowed || actor.kind !== "staff")
    return refuse({ kind: "forbidden", action: "office.editAssignRules", reason: "role" });
  const offices = officesOf(actor);
  const rows = await assignRulesOf(context.database, offices);
  const groups = await Promise.all(offices.map((office) => colleaguesIn(context, office)));
  const colleagues = groups.flat();
  return ok({
    rules: rows.map((row) => ({
      ...row,
      names: row.assignees.map(
        (id) => colleagues.find((one) => one.id === id && one.officeCode === row.officeCode)?.label ?? null,
      ),
    })),
    colleagues,
  });
}

/**
 * @param input.guidelineId input.division 条件。空ならどれにでも当たる
 * @param input.assignees 担当にする職員の id。回す順
 * @returns 受け取れない欄は invalid
 */
export async function addAssignRule(
  context: UseCaseContext,
  input: {
    readonly officeCode: string;
    readonly guidelineId: string;
    readonly division: string;
    readonly assignees: readonly string[];
  },
): Promise<Result<null, Refusal>> {
  const { officeCode, guidelineId, division } = input;
  const allowed = authorise(context, "office.editAssignRules", { officeCode });
  if (!allowed.ok) return allowed;
  const { rulebook } = currentRulebook(context);
  const known = new Set((await colleaguesIn(context, officeCode)).map(({ id }) => id));
  const assignees = [...new Set(input.assignees)].filter((id) => known.has(id));
  const rules = await assignRulesOf(context.database, [officeCode]);
  const errors = {
    ...(guidelineId !== "" && !rulebook.guidelines.has(guidelineId)
      ? { guidelineId: ["指針を一覧から選んでください。"] }
      : {}),
    ...(division !== "" && rulebook.industries[14].byCode.get(division)?.level !== "division"
      ? { division: ["業種を一覧から選んでください。"] }
      : {}),
    ...(assignees.length === 0 ? { assignees: ["担当にする職員を選んでください。"] } : {}),
    ...(rules.some((rule) => rule.guidelineId === guidelineId && rule.division === division)
      ? { guidelineId: ["同じ条件の決まりがもうあります。消してから作り直してください。"] }
      : {}),
  };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const { id: updatedBy, name: updatedByName } = actorStamp(context.actor);
  const rule = {
    id: context.newId(),
    officeCode,
    guidelineId,
    division,
    assignees,
    turn: 0,
    version: 1,
    updatedBy,
    updatedByName,
    updatedAt: context.clock.now(),
  };
  await write(context, rule.id, { guidelineId, division, assignees }, { assignRules: [rule] });
  return ok(null);
}

/** @returns よその局の決まりと、もう消された決まりは notFound */
export async function removeAssignRule(context: UseCaseContext, id: string): Promise<Result<null, Refusal>> {
  const stored = await assignRule(context.database, id);
  if (stored === undefined) return refuse({ kind: "notFound" });
  const allowed = authorise(context, "office.editAssignRules", { officeCode: stored.officeCode });
  if (!allowed.ok) return allowed;
  await write(context, id, { removed: true }, { removedAssignRules: [id] });
  return ok(null);
}

export type RuledAssignee = {
  readonly id: string;
  readonly name: string;
  readonly ruleId: string;
  /** 「製造業の指針、順番」のような、当たった決まり。 */
  readonly reason: string;
};

/** 局の決まりから決まる担当。申請を見てよいことは、呼ぶ側が確かめてある。当たる決まりがなければ null。 */
export async function ruledAssignee(
  context: UseCaseContext,
  { officeCode, guidelineId, industryCode }: ApplicationRow,
): Promise<RuledAssignee | null> {
  const office = officeCode ?? "";
  const rules = await assignRulesOf(context.database, [office]);
  if (rules.length === 0) return null;
  const { rulebook } = currentRulebook(context);
  const industry =
    findIndustry(rulebook, 14, industryCode ?? "") ?? findIndustry(rulebook, 13, industryCode ?? "");
  const colleagues = new Map((await colleaguesIn(context, office)).map(({ id, name }) => [id, name]));
  const found = assigneeBy(
    rules,
    { guidelineId: guidelineId ?? "", division: industry?.division.code ?? "" },
    new Set(colleagues.keys()),
  );
  if (found === null) return null;
  const { rule, assigneeId } = found;
  const guideline = rulebook.guidelines.get(rule.guidelineId)?.name;
  const division = rulebook.industries[14].byCode.get(rule.division)?.name;
  const reason = [
    ...(guideline === undefined ? [] : [`指針「${guideline}」`]),
    ...(division === undefined ? [] : [`業種「${division}」`]),
    ...(guideline === undefined && division === undefined ? ["すべての申請"] : []),
    ...(rule.assignees.length > 1 ? ["順番"] : []),
  ].join("、");
  return { id: assigneeId, name: colleagues.get(assigneeId) ?? "", ruleId: rule.id, reason };
}

const write = (
  context: UseCaseContext,
  id: string,
  details: Readonly<Record<string, unknown>>,
  rows: Pick<PlannedRows<null>, "assignRules" | "removedAssignRules">,
) =>
  applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      ...rows,
      audit: [{ action: "office.editAssignRules", subjectKind: "assignRule", subjectId: id, details }],
    }),
  });
