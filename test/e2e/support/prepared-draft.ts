/** 書き終えた下書き。書くことを試す試験でないとき、画面を通さず、本物の use case で書いておく。 */
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { contextFor } from "#app/http/guard.server.ts";
import { logIn } from "#test/support/people.ts";
import { rememberServices } from "#test/support/portal-services.ts";
import { start, writePlan } from "#test/support/procedure.ts";
import type { RunningPortal } from "./portal.ts";
import { type Person, people } from "./steps/log-in.ts";

/** @returns 下書きの道筋（`/c/…/applications/…`） */
export async function preparedDraft(
  { services }: RunningPortal,
  person: Person,
  answers: RawAnswers,
): Promise<string> {
  const applicant = await logIn(
    { services, context: (actor) => contextFor(services, actor, "prepared-draft") },
    people[person],
  );
  rememberServices(services);
  const own = await start(applicant);
  await writePlan(applicant, own, answers);
  return `/c/${own.companyKey}/applications/${own.applicationId}`;
}
