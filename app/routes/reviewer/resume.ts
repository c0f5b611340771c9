import { redirect } from "@remix-run/node";
import { guarded } from "#app/http/guard.server.ts";
import { resumeReview } from "#app/usecases/review/resume-review.server.ts";
import { commandInput, finishCommand } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

/** 送信だけの道筋。開き直したときは記録の画面へ戻す。 */
export const loader = guarded("staff", "review.pause", async (guard) =>
  redirect(`/review/applications/${encodeURIComponent(guard.param("id"))}`),
);

export const action = guarded("staff", "review.pause", async (guard) => {
  const input = commandInput(guard, await submittedForm(guard.request));
  return finishCommand(guard, await resumeReview(guard.useCase, input), "resumed");
});
