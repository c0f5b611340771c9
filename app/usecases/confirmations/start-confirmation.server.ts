/** 投資計画の確認の申請を始める。 */
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type CompanyRow, companyByKey } from "#db/queries/accounts.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { blockingClosure } from "../companies/closed-company.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/**
 * @param input.intentKey 画面ごとの鍵。二度押しても一つしか作らない
 * @returns 始めた申請の id。登記の閉鎖された法人は companyClosed、個人事業主の E 類型は invalid
 */
export async function startConfirmation(
  context: UseCaseContext,
  input: { readonly companyKey: string; readonly type: ConfirmationType; readonly intentKey: string },
): Promise<Result<{ readonly confirmationId: string }, Refusal>> {
  const { companyKey, type } = input;
  const allowed = authorise(context, "confirmation.draft", { companyKey });
  if (!allowed.ok) return allowed;
  const company = await companyByKey(context.database, companyKey);
  if (company === undefined) return refuse({ kind: "notFound" });
  if (type === "E" && company.corporationType !== "corporation")
    return refuse({
      kind: "invalid",
      errors: { type: ["E類型を使えるのは法人だけです。ほかの類型を選んでください。"] },
    });
  const closure = await blockingClosure(context, companyKey);
  if (closure !== null) return refuse({ kind: "companyClosed", closure });
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const id = context.newId();
  const outcome = await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "confirmation.start", key: `${companyKey}:${input.intentKey}` },
    rows: () => ({
      result: { confirmationId: id },
      confirmations: {
        created: [
          {
            id,
            companyKey,
            companyName: company.name,
            type,
            status: "draft",
            version: 1,
            answers: prefilled(company),
            filingSequence: 0,
            createdBy: actor.id,
            createdAt: at,
            updatedAt: at,
          },
        ],
        events: [{ confirmationId: id, event: { type: "confirmation.started.v1", data: {} } }],
      },
      audit: [
        { action: "confirmation.draft", subjectKind: "confirmation", subjectId: id, details: { type } },
      ],
    }),
  });
  if (outcome.kind === "stale") throw new Error("新しい申請は版を見ないので、食い違うことはありません。");
  return ok(outcome.result);
}

/** GビズID の値を写した申請者の欄。申請者が直してよい。 */
const prefilled = (company: CompanyRow): RawAnswers => ({
  applicant: {
    name: company.name,
    representative: company.corporationType === "corporation" ? company.representative : "",
    prefecture: company.prefecture,
    address: company.address,
  },
});
