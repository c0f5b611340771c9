/**
 * 変更認定申請を始める（法第18条第1項）。ポータルで認定した計画のいまの版か、紙で受けた認定から始める。
 * 一つの計画の変更は一度に一つで、決まっていない変更があればそれを開く。
 */
import { currentIndustries } from "#app/domain/industry/current-industries.ts";
import { findIndustry } from "#app/domain/industry/find-industry.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CivilMonth } from "#app/domain/calendar/civil-month.ts";
import type { ChangeBase } from "#app/domain/plan-life/change-base.ts";
import { changeDraft, paperChangeDraft } from "#app/domain/plan-life/change-draft.ts";
import { type PaperTyped, readPaperCertification } from "#app/domain/plan-life/paper-certification.ts";
import { isAlive, planState } from "#app/domain/plan-life/plan-state.ts";

import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type CompanyRow, companyByKey } from "#db/queries/accounts.ts";
import { latestSubmission } from "#db/queries/applications.ts";
import { attachmentsOf } from "#db/queries/attachments.ts";
import {
  findPlan,
  openChangeOfNumber,
  openChangeOfPlan,
  type PlanRow,
  plansByNumber,
  planVersionsOf,
} from "#db/queries/plans.ts";
import { prefilledCompany } from "../applications/start-application.server.ts";
import { authorise } from "../authorise.server.ts";
import { blockingClosure } from "../companies/closed-company.server.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type ChangeStart, type StartedChange, writeChange } from "./write-change.server.ts";

export type ChangeFrom =
  | { readonly kind: "portal"; readonly planId: string }
  | { readonly kind: "paper"; readonly typed: PaperTyped };

/**
 * @param input.intentKey 画面ごとの鍵。二度押しても一つしか作らない
 * @returns 開くべき変更認定申請。終わった計画、よその会社の番号は planLife、食い違う紙の認定は invalid で断る
 */
export async function startChange(
  context: UseCaseContext,
  input: { readonly companyKey: string; readonly intentKey: string; readonly from: ChangeFrom },
): Promise<Result<StartedChange, Refusal>> {
  const allowed = authorise(context, "plan.draft", { companyKey: input.companyKey });
  if (!allowed.ok) return allowed;
  const company = await companyByKey(context.database, input.companyKey);
  if (company === undefined) return refuse({ kind: "notFound" });
  const closure = await blockingClosure(context, input.companyKey);
  if (closure !== null) return refuse({ kind: "companyClosed", closure });
  const start =
    input.from.kind === "portal"
      ? await fromPlan(context, company, await findPlan(context.database, input.from.planId))
      : await fromPaper(context, company, input.from.typed);
  if (!start.ok) return start;
  return writeChange(context, { company, intentKey: input.intentKey, start: start.value });
}

async function fromPlan(
  context: UseCaseContext,
  company: CompanyRow,
  plan: PlanRow | undefined,
): Promise<Result<ChangeStart, Refusal>> {
  if (plan === undefined || plan.companyKey !== company.key) return refuse({ kind: "notFound" });
  const open = () => openChangeOfPlan(context.database, plan.id);
  const state = planState(plan, today(context));
  if (!isAlive(state)) return refuse({ kind: "planLife", refusal: { kind: "planEnded", state } });
  const versions = await planVersionsOf(context.database, plan.id);
  const [current, first] = [versions[0], versions.at(-1)];
  if (current === undefined || first === undefined) return refuse({ kind: "notFound" });
  const { applicationId } = current;
  const submission =
    applicationId === null ? undefined : await latestSubmission(context.database, applicationId);
  const office =
    plan.officeCode === null ? undefined : currentRulebook(context).rulebook.offices.get(plan.officeCode);
  const base: ChangeBase = {
    origin: submission === undefined ? "paper" : "portal",
    planId: plan.id,
    version: current.version,
    number: current.number,
    certifiedOn: current.certifiedOn as CivilDate,
    firstNumber: first.number,
    firstCertifiedOn: first.certifiedOn as CivilDate,
    start: plan.startMonth as CivilMonth,
    end: plan.endMonth as CivilMonth,
    officeName: submission?.routing.office.name ?? office?.name ?? "",
    code13: "",
  };
  return ok({
    base,
    open,
    answers:
      submission === undefined
        ? paperChangeDraft(base, prefilledCompany(company), null)
        : changeDraft(base, submission.answers),
    attachments: applicationId === null ? [] : await attachmentsOf(context.database, applicationId),
  });
}

async function fromPaper(
  context: UseCaseContext,
  company: CompanyRow,
  typed: PaperTyped,
): Promise<Result<ChangeStart, Refusal>> {
  const { rulebook } = currentRulebook(context);
  const read = readPaperCertification(
    typed,
    today(context),
    (code) => findIndustry(rulebook, 13, code) !== undefined,
  );
  if (!read.ok)
    return refuse({
      kind: "invalid",
      errors: Object.fromEntries(Object.entries(read.error).map(([field, message]) => [field, [message]])),
    });
  const { number, certifiedOn, officeName, start, end, code13 } = read.value;
  const known = await plansByNumber(context.database, number);
  const own = known.find(({ companyKey }) => companyKey === company.key);
  // ポータルが持っている計画なら、写さずに、その計画の中身から始める。
  if (own !== undefined) return fromPlan(context, company, own);
  if (known.length > 0) return refuse({ kind: "planLife", refusal: { kind: "otherCompany" } });
  const base: ChangeBase = {
    origin: "paper",
    planId: null,
    version: null,
    number,
    certifiedOn,
    firstNumber: number,
    firstCertifiedOn: certifiedOn,
    start,
    end,
    officeName,
    code13,
  };
  const industries = code13 === "" ? [] : currentIndustries(rulebook, code13);
  const industry = industries.length === 1 ? (industries[0]?.class.code ?? null) : null;
  return ok({
    base,
    open: () => openChangeOfNumber(context.database, company.key, number),
    answers: paperChangeDraft(base, prefilledCompany(company), industry),
    attachments: [],
  });
}
