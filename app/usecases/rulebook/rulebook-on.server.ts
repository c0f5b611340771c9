/** 指定の日に効いている規則集を選ぶ。 */
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import type { LoadedRulebook } from "#db/queries/load-rulebook.ts";
import { currentRulebook, type Rulebook, type UseCaseContext } from "../context.ts";

/**
 * @param on YYYY-MM-DD。書き方が違うもの、どの版の施行よりも前の日は、断りを言えるように今日の版で受ける
 */
export function loadedRulebookOn(context: UseCaseContext, on: string | undefined): LoadedRulebook {
  const dated = on !== undefined && isCivilDate(on) ? context.rulebooks.on(on) : null;
  return dated ?? currentRulebook(context);
}

/** 同じ日の、規則集だけ。 */
export const rulebookOn = (context: UseCaseContext, on: string | undefined): Rulebook =>
  loadedRulebookOn(context, on).rulebook;
