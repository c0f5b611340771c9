/** 局に届いた申請。届けることを試す試験でないとき、画面を通さず、本物の use case で進めておく。 */
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { contextFor } from "#app/http/guard.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { logIn } from "#test/support/people.ts";
import { rememberServices } from "#test/support/portal-services.ts";
import { acceptAndPropose, startAndFile } from "#test/support/procedure.ts";
import type { RunningPortal } from "./portal.ts";
import { type Person, people } from "./steps/log-in.ts";

/** その人として use case を呼ぶ道具。 */
export const contextOf = ({ services }: RunningPortal, person: Person): Promise<UseCaseContext> => {
  rememberServices(services);
  return logIn(
    { services, context: (actor) => contextFor(services, actor, "prepared-record") },
    people[person],
  );
};

/** @returns 起案まで済んだ申請の、記録の画面の道筋 */
export async function preparedProposal(portal: RunningPortal, answers: RawAnswers): Promise<string> {
  const { applicationId } = await startAndFile(await contextOf(portal, "aoba"), answers);
  await acceptAndPropose(await contextOf(portal, "tohokuReviewer"), applicationId);
  return `/review/applications/${applicationId}`;
}
