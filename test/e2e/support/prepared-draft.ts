/** 書き終えた下書き。書くことを試す試験でないとき、画面を通さず、本物の use case で書いておく。 */
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { contextFor } from "#app/http/guard.server.ts";
import { logIn, type Portal } from "#test/support/people.ts";
import { rememberServices } from "#test/support/portal-services.ts";
import { start, writePlan } from "#test/support/procedure.ts";
import type { RunningPortal } from "./portal.ts";
import { type Person, people } from "./steps/log-in.ts";

/** @returns 下書きの道筋（`/c/…/applications/…`） */
export async function preparedDraft(
  portal: RunningPortal,
  person: Person,
  answers: RawAnswers,
): Promise<string> {
  const applicant = await logIn(behindScreens(portal), people[person]);
  rememberServices(portal.services);
  const own = await start(applicant);
  await writePlan(applicant, own, answers);
  return `/c/${own.companyKey}/applications/${own.applicationId}`;
}

/** 画面を通さずに、その人として use case を呼ぶための道具。 */
export const behindScreens = ({ services }: RunningPortal): Portal => ({
  services,
  context: (actor) => contextFor(services, actor, "behind-screens"),
});
