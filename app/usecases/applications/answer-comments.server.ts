/** 差戻しの指摘に回答する。回答は出し直すまで直せ、出し直すと提出とともに凍結される。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { ANSWER_LENGTH, answersSection, readReturnAnswers } from "#app/domain/workflow/return-answers.ts";
import { latestComments } from "#db/queries/applications.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";
import { updateSections } from "./update-sections.server.ts";

/** 一つの指摘への回答と、画面を開いた時に保存されていた回答。 */
export type CommentAnswer = {
  readonly commentId: string;
  readonly text: string;
  readonly was: string;
};

/**
 * @param input.answers 画面の全部の回答。変えていない回答は書かない
 * @returns 長すぎる回答は invalid（指摘の id → 誤り）、ほかの人が先に同じ指摘へ書いた回答は stale
 */
export async function answerComments(
  context: UseCaseContext,
  input: OwnApplication & { readonly answers: readonly CommentAnswer[] },
): Promise<Result<null, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.draft", input);
  if (!loaded.ok) return loaded;
  const known = new Set((await latestComments(context.database, loaded.value.id)).map(({ id }) => id));
  const changed = input.answers.filter(({ commentId, text, was }) => known.has(commentId) && text !== was);
  const long = changed.filter(({ text }) => Array.from(text).length > ANSWER_LENGTH);
  if (long.length > 0)
    return refuse({
      kind: "invalid",
      errors: Object.fromEntries(
        long.map(({ commentId }) => [commentId, [`回答は${ANSWER_LENGTH}文字までで書いてください。`]]),
      ),
    });
  let overtaken = false;
  const saved = await updateSections(context, loaded.value, (sections) => {
    const stored = readReturnAnswers(sections[answersSection]);
    overtaken = changed.some(({ commentId, text, was }) => ![was, text].includes(stored[commentId] ?? ""));
    return overtaken
      ? {}
      : { [answersSection]: Object.fromEntries(changed.map(({ commentId, text }) => [commentId, text])) };
  });
  if (!saved.ok) return saved;
  return overtaken
    ? refuse({
        kind: "stale",
        subject: "section",
        by: null,
        what: "同じ指摘への回答を、ほかの人が先に保存しました。",
      })
    : ok(null);
}
