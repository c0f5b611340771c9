/** 手続の一歩ずつ。どれも本物の use case を呼び、断られたらその理由で試験を止める。 */
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { planSections } from "#app/domain/plan/sections.ts";
import type { Result } from "#app/domain/result.ts";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { openSection } from "#app/usecases/applications/open-section.server.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import { startApplication } from "#app/usecases/applications/start-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { attachRequired } from "./attach-required.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { type ApplicationRow, findApplication } from "#db/queries/applications.ts";

/** 断られない前提の答え。 */
export function expectOk<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`断られました: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** 断られる前提の理由。 */
export function refusalOf<E>(result: Result<unknown, E>): E {
  if (result.ok) throw new Error(`断られませんでした: ${JSON.stringify(result.value)}`);
  return result.error;
}

export async function rowOf(context: UseCaseContext, applicationId: string): Promise<ApplicationRow> {
  const row = await findApplication(context.database, applicationId);
  if (row === undefined) throw new Error(`申請 ${applicationId} がありません。`);
  return row;
}

/** 会社の鍵。申請者でなければ投げる。 */
export function companyKeyOf(context: UseCaseContext): string {
  if (context.actor.kind !== "applicant") throw new Error("申請者ではありません。");
  return context.actor.companyKey;
}

let intents = 0;

/** 新しい申請を始める。 */
export async function start(applicant: UseCaseContext): Promise<OwnApplication> {
  const companyKey = companyKeyOf(applicant);
  const intentKey = `start-${(intents += 1)}`;
  const { applicationId } = expectOk(
    await startApplication(applicant, { companyKey, intentKey, anotherDraft: true }),
  );
  return { companyKey, applicationId };
}

/** いまの版を読んで、一つの区画を保存する。 */
export async function save(
  applicant: UseCaseContext,
  own: OwnApplication,
  section: string,
  answers: unknown,
): Promise<void> {
  const { version } = expectOk(await openSection(applicant, { ...own, section }));
  expectOk(await saveSection(applicant, { ...own, section, expectedVersion: version, answers }));
}

/** 全部の区画を書き、要る書類を添付する。 */
export async function writePlan(
  applicant: UseCaseContext,
  own: OwnApplication,
  answers: RawAnswers,
): Promise<void> {
  for (const { id } of planSections) await save(applicant, own, id, answers[id] ?? {});
  await attachRequired(applicant, own);
}

/** いまの版で申請する。 */
export async function file(applicant: UseCaseContext, own: OwnApplication) {
  const { version } = await rowOf(applicant, own.applicationId);
  return expectOk(await fileApplication(applicant, { ...own, version }));
}

/** 始めて、書いて、申請する。 */
export async function startAndFile(
  applicant: UseCaseContext,
  answers: RawAnswers,
): Promise<OwnApplication & { readonly receiptNumber: string }> {
  const own = await start(applicant);
  await writePlan(applicant, own, answers);
  const { receiptNumber } = await file(applicant, own);
  return { ...own, receiptNumber };
}

/** 命令に渡す、申請のいまの版。 */
export async function current(context: UseCaseContext, applicationId: string) {
  return { applicationId, version: (await rowOf(context, applicationId)).version };
}

/** 受理して、認定を起案する。 */
export async function acceptAndPropose(reviewer: UseCaseContext, applicationId: string): Promise<void> {
  const day = date(reviewer.clock.now().slice(0, 10));
  expectOk(
    await acceptApplication(reviewer, { ...(await current(reviewer, applicationId)), acceptedOn: day }),
  );
  expectOk(
    await proposeDecision(reviewer, {
      ...(await current(reviewer, applicationId)),
      outcome: "certify",
      ground: "",
    }),
  );
}
