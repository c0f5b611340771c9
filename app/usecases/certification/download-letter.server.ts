/** 不認定又は取消しの通知書を渡し、誰がいつ受け取ったかを残す。仕事がまだ済んでいなければ、その場で同じ仕事を行う。 */
import type { Action } from "#app/domain/access/actions.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { loadOwnApplication, type OwnApplication } from "../applications/load-own-application.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { PaperFile } from "../papers/download-filed-paper.server.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "../review/apply-command.server.ts";
import { frozenLetter, letterKinds } from "./frozen-letter.server.ts";
import { issueLetter } from "./issue-letter.server.ts";
import { type DecisionLetter, letterTopics } from "./letter-job.ts";
import type { IssueTools } from "./sign-letter.server.ts";

/** 申請者が、自社の申請の通知書を受け取る。その決定の無い申請、よその会社の申請は notFound。 */
export async function downloadOwnLetter(
  context: UseCaseContext,
  tools: IssueTools,
  letter: DecisionLetter,
  input: OwnApplication,
): Promise<Result<PaperFile, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  return loaded.ok ? download(context, tools, letter, input.applicationId, "plan.viewOwn") : loaded;
}

/** 審査の人が、自分の局の申請の通知書を受け取る。よその局の申請は notFound。 */
export async function downloadRecordLetter(
  context: UseCaseContext,
  tools: IssueTools,
  letter: DecisionLetter,
  applicationId: string,
): Promise<Result<PaperFile, Refusal>> {
  const loaded = await loadFiled(context, "review.view", applicationId);
  return loaded.ok ? download(context, tools, letter, applicationId, "review.view") : loaded;
}

async function download(
  context: UseCaseContext,
  tools: IssueTools,
  letter: DecisionLetter,
  applicationId: string,
  action: Action,
): Promise<Result<PaperFile, Refusal>> {
  const frozen = await frozenLetter(context, letter, applicationId);
  if (frozen === undefined) return refuse({ kind: "notFound" });
  const { id, sha256 } = await issueLetter(
    { ...context, actor: { kind: "system", job: letterTopics[letter] } },
    tools,
    letter,
    applicationId,
  );
  const bytes = await tools.storage.get(sha256);
  if (bytes === null) throw new Error(`保管した書類 ${sha256} が読めません。`);
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const { number } = frozen;
  await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      downloads: [
        {
          documentId: id,
          accountId: actor.id,
          accountName: actor.name,
          channel: context.actor.kind === "staff" ? "staff" : "applicant",
          sha256,
          at,
        },
      ],
      audit: [
        {
          action,
          subjectKind: "application",
          subjectId: applicationId,
          details: { paper: letterKinds[letter].document, number, sha256 },
        },
      ],
    }),
  });
  return ok({ bytes, sha256, fileName: `${letterKinds[letter].name}_${number}.pdf` });
}
