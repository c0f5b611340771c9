/** 確かめた調査のメールを、大勢に送る列に入れる。何度行っても、一つの宛先に一通だけになる。 */
import { z } from "zod";
import { surveyById } from "#db/queries/surveys.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { skipSurveyMails } from "#db/repositories/write-survey-rows.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { sendInBulk } from "../notifications/send-in-bulk.server.ts";
import { surveyRecipients, surveyText } from "./survey-recipients.server.ts";

export const SPREAD_SURVEY = "spreadSurvey";

export const spreadJob = z.object({ surveyId: z.string() });

/** 一つの取引で、送らないことにする数。 */
const SKIP_CHUNK = 2_000;

/** 用件の符号。仕事の鍵とメールの文面の名前になる。 */
export const campaignOf = (surveyId: string): string => `survey:${surveyId}`;

/** 止められたら、入れた分も送らないことにして終わる。 */
export async function spreadSurvey(context: UseCaseContext, surveyId: string): Promise<void> {
  const survey = surveyById(context.database, surveyId);
  if (survey === undefined) return;
  for (let after: string | null = ""; after !== null;) {
    const { recipients, next } = surveyRecipients(context, survey.filter, after);
    await sendInBulk(
      context,
      campaignOf(surveyId),
      recipients.map(({ companyKey, name, address }) => ({
        side: "applicant" as const,
        toName: name,
        toAddress: address,
        ...surveyText(context, survey, { name, companyKey }),
      })),
    );
    if (surveyById(context.database, surveyId)?.state !== "sending")
      return skipWaitingMails(context, surveyId);
    after = next;
  }
  await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      surveyMoves: [{ id: surveyId, from: "sending", set: { spreadAt: context.clock.now() } }],
      audit: [{ action: "surveys.spread", subjectKind: "survey", subjectId: surveyId, details: {} }],
    }),
  });
}

/** 待っているメールを送らないことにする。もう送り始めた分は届く。 */
export async function skipWaitingMails({ database, clock }: UseCaseContext, surveyId: string): Promise<void> {
  while (skipSurveyMails(database, campaignOf(surveyId), clock.now(), SKIP_CHUNK) === SKIP_CHUNK)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
}
