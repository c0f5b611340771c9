/** ログインしていない職員の、今の役割。働き手が、その人の見てよい物だけを集めるために使う。 */
import type { StaffActor } from "#app/domain/access/actor.ts";
import { accountById } from "#db/queries/accounts.ts";
import { today, type UseCaseContext } from "../context.ts";
import { assignmentsOn } from "./resolve-session.server.ts";

/** @returns 職員でない、使えなくなった利用者は null */
export async function staffActorOf(context: UseCaseContext, accountId: string): Promise<StaffActor | null> {
  const { database, clock } = context;
  const account = await accountById(database, accountId);
  if (account === undefined || !account.active || account.kind !== "staff") return null;
  return {
    kind: "staff",
    accountId,
    displayName: account.displayName,
    authenticatedAt: clock.now(),
    assignments: await assignmentsOn(database, accountId, today(context)),
  };
}
