/** 新しい申請を始める。書きかけがあれば、二つ目を作らずそれを返す。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { RawSection } from "#app/domain/plan/field.ts";
import { type CompanyRow, companyByKey } from "#db/queries/accounts.ts";
import { type ApplicationRow, companyApplications } from "#db/queries/applications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { blockingClosure } from "../companies/closed-company.server.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, currentRulebook, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/**
 * @param input.intentKey 画面ごとの鍵。二度押しても一つしか作らない
 * @param input.anotherDraft 書きかけがあっても、もう一つ作る
 * @returns 開くべき申請の id
 */
export async function startApplication(
  context: UseCaseContext,
  input: { readonly companyKey: string; readonly intentKey: string; readonly anotherDraft: boolean },
): Promise<Result<{ readonly applicationId: string; readonly reused: boolean }, Refusal>> {
  const allowed = authorise(context, "plan.draft", { companyKey: input.companyKey });
  if (!allowed.ok) return allowed;
  const company = await companyByKey(context.database, input.companyKey);
  if (company === undefined) return refuse({ kind: "notFound" });
  const closure = await blockingClosure(context, input.companyKey);
  if (closure !== null) return refuse({ kind: "companyClosed", closure });
  if (!input.anotherDraft) {
    const open = await openDraft(context, input.companyKey);
    if (open !== undefined) return ok({ applicationId: open.id, reused: true });
  }

  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const id = context.newId();
  const outcome = await applyWritePlan<{ readonly applicationId: string }>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "application.start", key: `${input.companyKey}:${input.intentKey}` },
    rows: () => ({
      result: { applicationId: id },
      newApplications: [
        {
          id,
          companyKey: company.key,
          companyName: company.name,
          kind: "new",
          status: "draft",
          version: 1,
          submissionSequence: 0,
          // 書き始めた時の版。次に開いたときに版が変わっていれば、その違いを知らせる。
          editionId: currentRulebook(context).editionId,
          createdBy: actor.id,
          createdAt: at,
          updatedAt: at,
        },
      ],
      sections: [
        {
          row: {
            applicationId: id,
            section: "company",
            answers: prefilledCompany(company),
            updatedBy: actor.id,
            updatedAt: at,
          },
          expectedVersion: 0,
        },
      ],
      events: [{ applicationId: id, event: { type: "application.created.v1", data: { kind: "new" } } }],
      audit: [{ action: "plan.draft", subjectKind: "application", subjectId: id, details: { kind: "new" } }],
    }),
  });
  if (outcome.kind === "stale")
    return refuse({ kind: "stale", subject: "application", by: null, what: null });
  return ok({ applicationId: outcome.result.applicationId, reused: outcome.kind === "repeated" });
}

const openDraft = async (context: UseCaseContext, companyKey: string): Promise<ApplicationRow | undefined> =>
  (await companyApplications(context.database, companyKey)).find(
    ({ kind, status }) => kind === "new" && status === "draft",
  );

/** GビズID の値を写した 1 名称等。申請者が直してよい。 */
export function prefilledCompany(company: CompanyRow): RawSection {
  const corporation = company.corporationType === "corporation";
  return {
    corporationType: company.corporationType,
    name: company.name,
    representative: corporation ? company.representative : "",
    corporateNumber: corporation ? company.key : "",
    prefecture: company.prefecture,
    address: company.address,
  };
}
