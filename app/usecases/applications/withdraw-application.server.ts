/** 申請者が引き戻す（受理の前）、又は取り下げる。 */
import type { Action } from "#app/domain/access/actions.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Command } from "#app/domain/workflow/commands.ts";
import { decide } from "#app/domain/workflow/decide.ts";
import { latestSubmission } from "#db/queries/applications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { changeTo, stateOf } from "../application-state.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { plannedMails } from "../notifications/plan-mails.server.ts";
import type { Refusal } from "../refusals.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

/** 受理の前に引き戻して、下書きに戻す。 */
export const recallApplication = (
  context: UseCaseContext,
  input: OwnApplication & { readonly version: number },
) => applyOwn(context, "plan.recall", input, { name: "recall" });

/** 申請を取り下げる。取り下げた申請は元に戻らない。 */
export const withdrawApplication = (
  context: UseCaseContext,
  input: OwnApplication & { readonly version: number; readonly reason: string },
) => applyOwn(context, "plan.withdraw", input, { name: "withdraw", reason: input.reason });

async function applyOwn(
  context: UseCaseContext,
  action: Action,
  input: OwnApplication & { readonly version: number },
  command: Command,
): Promise<Result<null, Refusal>> {
  const loaded = await loadOwnApplication(context, action, input);
  if (!loaded.ok) return loaded;
  const application = loaded.value;
  if (application.version !== input.version)
    return refuse({ kind: "stale", subject: "application", by: null, what: null });
  const decided = decide(stateOf(application), command, { filedOn: null, consents: [] });
  if (!decided.ok) return refuse({ kind: "workflow", refusal: decided.error });
  const submission = await latestSubmission(context.database, application.id);
  const answers = submission?.answers["company"] ?? {};
  const mails = await plannedMails(context, decided.value.effects, {
    application,
    contact: { name: wordOf(answers["contactName"]), address: wordOf(answers["contactEmail"]) },
    facts: { companyName: application.companyName, officeName: submission?.routing.office.name ?? "" },
  });
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      changes: [changeTo(application, decided.value.state)],
      events: decided.value.events.map((event) => ({ applicationId: application.id, event })),
      audit: decided.value.events.map((event) => ({
        action,
        subjectKind: "application",
        subjectId: application.id,
        details: { event: event.type, ...event.data },
      })),
      outbox: mails({ receiptNumber: application.receiptNumber ?? "" }),
    }),
  });
  if (outcome.kind === "stale")
    return refuse({ kind: "stale", subject: "application", by: null, what: null });
  return ok(null);
}

const wordOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
