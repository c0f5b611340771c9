/** 調査のメールの一覧と、一つの調査の進み具合。宛先は出さず、数だけを出す。 */
import { mayDo } from "#app/domain/access/resolver.ts";
import { mayConfirmSurvey } from "#app/domain/notification/survey.ts";
import type { MailText } from "#app/domain/notification/mail-text.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  recentSurveys,
  surveyBounces,
  surveyById,
  surveyMailStates,
  type SurveyRow,
} from "#db/queries/surveys.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { campaignOf } from "./spread-survey.server.ts";
import { surveyText } from "./survey-recipients.server.ts";

const MOST_SHOWN = 50;

/** @returns 新しい順の調査。企画課とシステム管理者でない人は forbidden */
export function openSurveys(
  context: UseCaseContext,
): Result<{ readonly surveys: readonly SurveyRow[]; readonly mayPropose: boolean }, Refusal> {
  const allowed = authorise(context, "surveys.confirm", {});
  if (!allowed.ok) return allowed;
  return ok({
    surveys: recentSurveys(context.database, MOST_SHOWN),
    mayPropose: mayDo(context.actor, "surveys.propose").allowed,
  });
}

export type SurveyProgress = {
  readonly sent: number;
  readonly waiting: number;
  /** 送り先のサーバーが断り、諦めた数。 */
  readonly refused: number;
  readonly bounced: number;
  /** 止めたので送らなかった数。 */
  readonly skipped: number;
};

export type OpenSurvey = {
  readonly survey: SurveyRow;
  readonly progress: SurveyProgress;
  readonly sample: MailText;
  /** 送り終えたか。 */
  readonly finished: boolean;
  readonly mayConfirm: boolean;
};

export function openSurvey(context: UseCaseContext, id: string): Result<OpenSurvey, Refusal> {
  const allowed = authorise(context, "surveys.confirm", {});
  if (!allowed.ok) return allowed;
  const survey = surveyById(context.database, id);
  if (survey === undefined) return refuse({ kind: "notFound" });
  const states = new Map(
    surveyMailStates(context.database, campaignOf(id)).map(({ state, total }) => [state, total]),
  );
  const progress = {
    sent: states.get("done") ?? 0,
    waiting: states.get("waiting") ?? 0,
    refused: states.get("dead") ?? 0,
    skipped: states.get("skipped") ?? 0,
    bounced: surveyBounces(context.database, campaignOf(id)),
  };
  return ok({
    survey,
    progress,
    sample: surveyText(context, survey, { name: "（担当者の氏名）", companyKey: "（会社の番号）" }),
    finished: survey.state === "sending" && survey.spreadAt !== null && progress.waiting === 0,
    mayConfirm:
      survey.state === "proposed" && mayConfirmSurvey(survey.proposedBy, actorStamp(context.actor).id),
  });
}
