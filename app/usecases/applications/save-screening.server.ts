/** 始めの質問の答えを一つ保存し、同じことを尋ねる様式の空の欄にも写す。ほかの答えは消さない。 */
import { carryOver } from "#app/domain/eligibility/carry-over.ts";
import {
  questionOf,
  readScreening,
  screeningPath,
  screeningSection,
} from "#app/domain/eligibility/screening.ts";
import type { ScreeningStep } from "#app/domain/eligibility/screening-question.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadDraft, loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";
import { updateSections } from "./update-sections.server.ts";

/**
 * @param input.answer 選んだ選択肢の値。空、又は選択肢にない値は invalid
 * @returns 保存した後に、まだ答えていない質問、又は結果
 */
export async function saveScreening(
  context: UseCaseContext,
  input: OwnApplication & { readonly question: string; readonly answer: string },
): Promise<Result<ScreeningStep, Refusal>> {
  const question = questionOf(input.question);
  if (question === undefined) return refuse({ kind: "notFound" });
  const loaded = await loadOwnApplication(context, "plan.draft", input);
  if (!loaded.ok) return loaded;
  if (!question.options.some(({ value }) => value === input.answer))
    return refuse({ kind: "invalid", errors: { [question.id]: ["当てはまるものを一つ選んでください。"] } });
  const saved = await updateSections(context, loaded.value, (answers) => ({
    ...carryOver(question.id, readScreening(answers[screeningSection]), input.answer, answers),
    [screeningSection]: { [question.id]: input.answer },
  }));
  if (!saved.ok) return saved;
  const { answers } = await loadDraft(context, loaded.value.id);
  return ok(screeningPath(readScreening(answers[screeningSection])).next);
}
