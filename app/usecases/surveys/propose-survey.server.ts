/** 調査のメールを書き、宛先の数と送られる姿を見て、確かめを求める。まだ一通も送らない。 */
import { parseCivilMonth } from "#app/domain/calendar/civil-month.ts";
import { surveyFaults, type SurveyFilter } from "#app/domain/notification/survey.ts";
import type { MailText } from "#app/domain/notification/mail-text.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { countSurveyCompanies, surveyRecipients, surveyText } from "./survey-recipients.server.ts";

export type TypedSurvey = SurveyFilter & { readonly subject: string; readonly body: string };

export type SurveyPreview = {
  readonly recipients: number;
  /** 初めの宛先に送られる姿。 */
  readonly sample: MailText;
};

/** 和暦などで打たれた月も YYYY-MM にする。読めなければ、打たれたまま。 */
const monthOf = (text: string): string => {
  const read = parseCivilMonth(text);
  return read.ok ? read.value : text.trim();
};

/** 改行を残して、見えない文字を除く。 */
const cleaned = (typed: TypedSurvey): TypedSurvey => ({
  ...typed,
  subject: cleanText(typed.subject),
  fromMonth: monthOf(typed.fromMonth),
  toMonth: monthOf(typed.toMonth),
  body: typed.body.replaceAll("\r\n", "\n").split("\n").map(cleanText).join("\n").trim(),
});

/**
 * 何も書かずに、宛先の数と、送られる姿を見る。
 *
 * @returns 欄の誤りと、宛先の無い条件は invalid
 */
export function previewSurvey(context: UseCaseContext, input: TypedSurvey): Result<SurveyPreview, Refusal> {
  const allowed = authorise(context, "surveys.propose", {});
  if (!allowed.ok) return allowed;
  const typed = cleaned(input);
  const errors = surveyFaults(typed);
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const recipients = countSurveyCompanies(context, typed);
  if (recipients === 0)
    return refuse({
      kind: "invalid",
      errors: { ministry: ["この条件に合う会社はありません。条件を広げてください。"] },
    });
  const [first] = surveyRecipients(context, typed, "").recipients;
  const to = first ?? { name: "（担当者の氏名）", companyKey: "（会社の番号）" };
  return ok({ recipients, sample: surveyText(context, typed, to) });
}

/**
 * @param intentKey 画面ごとの鍵。同じ鍵の二度目は最初の答えになる
 * @returns 書いた調査の id
 */
export async function proposeSurvey(
  context: UseCaseContext,
  input: TypedSurvey,
  intentKey: string,
): Promise<Result<string, Refusal>> {
  const previewed = previewSurvey(context, input);
  if (!previewed.ok) return previewed;
  const { subject, body, ministry, prefecture, industry, fromMonth, toMonth } = cleaned(input);
  const filter = { ministry, prefecture, industry, fromMonth, toMonth };
  const { recipients } = previewed.value;
  const actor = actorStamp(context.actor);
  const id = context.newId();
  const at = context.clock.now();
  const written = await applyWritePlan<string>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "surveys.propose", key: `${actor.id}:${intentKey}` },
    rows: () => ({
      result: id,
      newSurveys: [
        {
          id,
          subject,
          body,
          filter,
          recipients,
          state: "proposed",
          proposedBy: actor.id,
          proposedByName: actor.name,
          proposedAt: at,
        },
      ],
      audit: [
        {
          action: "surveys.propose",
          subjectKind: "survey",
          subjectId: id,
          details: { subject, filter, recipients },
        },
      ],
    }),
  });
  return ok(written.kind === "stale" ? id : written.result);
}
