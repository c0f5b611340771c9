/** 共管の計画: 製造業（経済産業省）、介護（厚生労働省）、倉庫業（国土交通省）にわたり、東北経済産業局に出す。 */
import type { UseCaseContext } from "#app/usecases/context.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { consultationsOf } from "#db/queries/consultations.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { manufacturing, withFields } from "./example-plans.ts";
import { logInStaff, type Portal } from "./people.ts";
import { current, expectOk } from "./procedure.ts";

export const jointAnswers = withFields(manufacturing.answers, "industry", {
  industries: ["2662", "8541", "4711"].map((code, index) => ({
    id: `industry-${index + 1}`,
    revision: "14",
    code,
  })),
  ministry: "経済産業省",
});

export const welfareOffice = "mhlw-tohoku";
export const transportOffice = "mlit_dtb-tohoku";

/** 同意を求められる局の職員。 */
export const officeStaffMember = (
  portal: Portal,
  office: string,
  role: "reviewer" | "officeManager",
): Promise<UseCaseContext> =>
  logInStaff(portal, `${office}-${role}`, {
    name: `${office} ${role}`,
    email: `${office}-${role}@staff.example.jp`,
    groups: [`office:${office}:${role}`],
  });

/** 受理する。 */
export async function accept(reviewer: UseCaseContext, applicationId: string): Promise<void> {
  const acceptedOn = date(reviewer.clock.now().slice(0, 10));
  expectOk(await acceptApplication(reviewer, { ...(await current(reviewer, applicationId)), acceptedOn }));
}

/** 認定を起案する。 */
export async function propose(reviewer: UseCaseContext, applicationId: string): Promise<void> {
  expectOk(
    await proposeDecision(reviewer, {
      ...(await current(reviewer, applicationId)),
      outcome: "certify",
      ground: "",
    }),
  );
}

/** その局への、最も新しい求めの id。 */
export async function askedOf(
  { database }: UseCaseContext,
  applicationId: string,
  office: string,
): Promise<string> {
  const asked = (await consultationsOf(database, applicationId)).findLast(
    (one) => one.office.code === office,
  );
  if (asked === undefined) throw new Error(`${office} への求めがありません。`);
  return asked.id;
}
