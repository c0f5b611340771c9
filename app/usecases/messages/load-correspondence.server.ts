/** 連絡を読み書きする申請を、権限を確かめて読む。 */
import type { Action } from "#app/domain/access/actions.ts";
import type { MessageSide } from "#app/domain/messages/message.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  type ApplicationRow,
  findApplication,
  latestSubmission,
  type SubmissionRow,
} from "#db/queries/applications.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type Correspondence = {
  readonly application: ApplicationRow;
  readonly submission: SubmissionRow;
  readonly side: MessageSide;
};

/** 連絡は、提出した申請にだけある。局の側は、引き戻されて手元にない申請を見られない。 */
export async function loadCorrespondence(
  context: UseCaseContext,
  action: Extract<Action, "message.read" | "message.send">,
  applicationId: string,
): Promise<Result<Correspondence, Refusal>> {
  const application = await findApplication(context.database, applicationId);
  if (application === undefined) return refuse({ kind: "notFound" });
  const allowed = authorise(context, action, accessRecordOf(application));
  if (!allowed.ok) return allowed;
  const side = context.actor.kind === "applicant" ? "applicant" : "office";
  const submission = await latestSubmission(context.database, applicationId);
  if (submission === undefined || (side === "office" && application.status === "draft"))
    return refuse({ kind: "notFound" });
  return ok({ application, submission, side });
}
