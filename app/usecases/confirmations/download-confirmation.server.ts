/** 確認書を渡し、誰がいつ受け取ったかを残す。仕事がまだ済んでいなければ、その場で同じ仕事を行う。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { confirmationLetterOf } from "#db/queries/confirmations.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { IssueTools } from "../certification/sign-letter.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { PaperFile } from "../papers/download-filed-paper.server.ts";
import type { Refusal } from "../refusals.ts";
import { ISSUE_CONFIRMATION, issueConfirmation } from "./issue-confirmation.server.ts";
import {
  loadFiledConfirmation,
  loadOwnConfirmation,
  type OwnConfirmation,
} from "./load-confirmation.server.ts";

/** 申請者が、自社の確認書を受け取る。確認されていない申請、よその会社の申請は notFound。 */
export async function downloadOwnConfirmation(
  context: UseCaseContext,
  tools: IssueTools,
  input: OwnConfirmation,
): Promise<Result<PaperFile, Refusal>> {
  const loaded = await loadOwnConfirmation(context, "confirmation.download", input);
  return loaded.ok ? download(context, tools, input.confirmationId) : loaded;
}

/** 局の職員が、自分の局の確認書を受け取る。 */
export async function downloadOfficeConfirmation(
  context: UseCaseContext,
  tools: IssueTools,
  confirmationId: string,
): Promise<Result<PaperFile, Refusal>> {
  const loaded = await loadFiledConfirmation(context, "confirmation.download", confirmationId);
  return loaded.ok ? download(context, tools, confirmationId) : loaded;
}

async function download(
  context: UseCaseContext,
  tools: IssueTools,
  confirmationId: string,
): Promise<Result<PaperFile, Refusal>> {
  const letter = await confirmationLetterOf(context.database, confirmationId);
  if (letter === undefined) return refuse({ kind: "notFound" });
  const { sha256 } = await issueConfirmation(
    { ...context, actor: { kind: "system", job: ISSUE_CONFIRMATION } },
    tools,
    confirmationId,
  );
  const bytes = await tools.storage.get(sha256);
  if (bytes === null) throw new Error(`保管した書類 ${sha256} が読めません。`);
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      confirmations: {
        downloads: [
          {
            confirmationId,
            accountId: actor.id,
            accountName: actor.name,
            channel: context.actor.kind === "staff" ? "staff" : "applicant",
            sha256,
            at,
          },
        ],
      },
      audit: [
        {
          action: "confirmation.download",
          subjectKind: "confirmation",
          subjectId: confirmationId,
          details: { number: letter.number, sha256 },
        },
      ],
    }),
  });
  return ok({ bytes, sha256, fileName: `投資計画確認書_${letter.number}.pdf` });
}
