/** 受付の控え。凍結した提出から、受け取ったものの全部を示す。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { latestSubmission, type SubmissionRow } from "#db/queries/applications.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { expectedDay } from "../papers/filed-paper-values.server.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

export type Receipt = {
  readonly submission: SubmissionRow;
  /** 申請した日に受理され、差戻しがないときの、標準処理期間の終わりの日。 */
  readonly expectedOn: CivilDate;
};

export async function openReceipt(
  context: UseCaseContext,
  input: OwnApplication,
): Promise<Result<Receipt, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  const submission = await latestSubmission(context.database, loaded.value.id);
  return submission === undefined
    ? refuse({ kind: "notFound" })
    : ok({ submission, expectedOn: expectedDay(context, submission) });
}
