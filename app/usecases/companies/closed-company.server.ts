/** 登記の閉鎖された法人の、新しい申請を止める。公表の誤りや遅れがあるので、管理者が理由を残して解ける。 */
import type { Closure } from "#app/domain/company-facts/company-facts.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import { closureOverrideOf, keptFacts } from "#db/queries/company-facts.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/** @returns 申請を止める閉鎖。開いている、載っていない、引けていない、管理者が解いたときは null */
export async function blockingClosure(context: UseCaseContext, companyKey: string): Promise<Closure | null> {
  const kept = await keptFacts(context.database, companyKey);
  const closure = kept?.facts?.closure ?? null;
  if (closure === null) return null;
  return (await closureOverrideOf(context.database, companyKey)) === undefined ? closure : null;
}

/** 閉鎖とされている会社の申請を、管理者が理由を残して認める。 */
export async function overrideClosure(
  context: UseCaseContext,
  input: { readonly corporateNumber: string; readonly reason: string; readonly intentKey: string },
): Promise<Result<null, Refusal>> {
  const allowed = authorise(context, "directory.manage", {});
  if (!allowed.ok) return allowed;
  const number = parseCorporateNumber(input.corporateNumber);
  if (!number.ok) return refuse({ kind: "notFound" });
  const reason = input.reason.trim();
  if (reason === "") return refuse({ kind: "invalid", errors: { reason: ["理由を入力してください"] } });
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "directory.overrideClosure", key: input.intentKey },
    rows: () => ({
      result: null,
      closureOverrides: [
        {
          corporateNumber: number.value,
          reason,
          createdBy: actor.id,
          createdByName: actor.name,
          createdAt: at,
        },
      ],
      audit: [
        {
          action: "directory.overrideClosure",
          subjectKind: "company",
          subjectId: number.value,
          details: { reason },
        },
      ],
    }),
  });
  return ok(null);
}
