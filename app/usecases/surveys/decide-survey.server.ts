/** 調査のメールを送ってよいと確かめる、取りやめる、送るのを止める。 */
import { mayConfirmSurvey } from "#app/domain/notification/survey.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { surveyById, type SurveyRow } from "#db/queries/surveys.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { SurveyRows } from "#db/survey-rows.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { skipWaitingMails, SPREAD_SURVEY } from "./spread-survey.server.ts";

type Move = NonNullable<SurveyRows["surveyMoves"]>[number];

/**
 * @param command confirm 送り始める（書いた人とは別の職員）、reject 送らずに取りやめる、stop 送っている途中で止める
 * @returns 無い調査は notFound、書いた本人が確かめると invalid、もう動いていれば stale
 */
export async function decideSurvey(
  context: UseCaseContext,
  id: string,
  command: "confirm" | "reject" | "stop",
): Promise<Result<null, Refusal>> {
  const allowed = authorise(context, "surveys.confirm", {});
  if (!allowed.ok) return allowed;
  const survey = surveyById(context.database, id);
  if (survey === undefined) return refuse({ kind: "notFound" });
  const actor = actorStamp(context.actor);
  if (command === "confirm" && !mayConfirmSurvey(survey.proposedBy, actor.id))
    return refuse({
      kind: "invalid",
      errors: { confirm: ["書いた人は、送ってよいと確かめられません。別の職員が確かめてください。"] },
    });
  const at = context.clock.now();
  const outbox: OutboxDraft[] =
    command === "confirm" ? [{ topic: SPREAD_SURVEY, key: id, lane: "bulk", payload: { surveyId: id } }] : [];
  const written = await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      surveyMoves: [moveOf(command, survey, { ...actor, at })],
      audit: [{ action: `surveys.${command}`, subjectKind: "survey", subjectId: id, details: {} }],
      outbox,
    }),
  });
  if (written.kind === "stale") {
    const now = surveyById(context.database, id);
    const by = now?.stoppedByName ?? now?.decidedByName ?? null;
    return refuse({ kind: "stale", subject: "survey", by, what: "この調査は、もう決まっています。" });
  }
  if (command === "stop") await skipWaitingMails(context, id);
  return ok(null);
}

function moveOf(
  command: "confirm" | "reject" | "stop",
  { id }: Pick<SurveyRow, "id">,
  by: { readonly id: string; readonly name: string; readonly at: string },
): Move {
  const decided = { decidedBy: by.id, decidedByName: by.name, decidedAt: by.at };
  switch (command) {
    case "confirm":
      return { id, from: "proposed", set: { state: "sending", ...decided } };
    case "reject":
      return { id, from: "proposed", set: { state: "rejected", ...decided } };
    case "stop":
      return { id, from: "sending", set: { state: "stopped", stoppedByName: by.name, stoppedAt: by.at } };
  }
}
