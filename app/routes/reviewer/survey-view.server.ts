/** 調査のメールの、画面の値。 */
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { surveyStateWords, type SurveyFilter } from "#app/domain/notification/survey.ts";
import type { TypedSurvey } from "#app/usecases/surveys/propose-survey.server.ts";
import { typedText } from "./command-page.server.ts";

export const typedSurvey = (form: FormData): TypedSurvey => ({
  subject: typedText(form, "subject"),
  body: typedText(form, "body"),
  ministry: typedText(form, "ministry"),
  prefecture: typedText(form, "prefecture"),
  industry: typedText(form, "industry"),
  fromMonth: typedText(form, "fromMonth"),
  toMonth: typedText(form, "toMonth"),
});

/** 宛先の条件を言葉にする。 */
export function filterWords(rulebook: Rulebook, filter: SurveyFilter): string {
  const { ministry, prefecture, industry, fromMonth, toMonth } = filter;
  const parts = [
    ministry === "" ? "" : `主務大臣の省庁：${ministry}`,
    prefecture === "" ? "" : `都道府県：${rulebook.prefectures.get(prefecture)?.name ?? prefecture}`,
    industry === "" ? "" : `業種：${rulebook.industries[14].byCode.get(industry)?.name ?? industry}`,
    fromMonth + toMonth === "" ? "" : `認定の月：${fromMonth}から${toMonth}まで`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "認定を受けている会社の全部" : parts.join("、");
}

/** 状態の言葉。送り終えた物は、そう言う。 */
export const surveyState = (
  { state }: { readonly state: keyof typeof surveyStateWords },
  finished = false,
): string => (finished ? "送り終えました" : surveyStateWords[state]);
