/**
 * 保管した紙を渡し、誰がいつ受け取ったかを残す。何度受け取っても同じバイト列になる。
 * 仕事がまだ済んでいなければ、その場で同じ仕事を行う（どちらが先に書いても一通になる）。
 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Action } from "#app/domain/access/actions.ts";
import { type ApplicationRow, latestSubmission, submissionAt } from "#db/queries/applications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { loadOwnApplication, type OwnApplication } from "../applications/load-own-application.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadReadable } from "../review/apply-command.server.ts";
import { formFileName, type PaperKind } from "./paper.ts";
import { type PaperTools, storeFiledPaper } from "./store-filed-paper.server.ts";

export type PaperFile = { readonly bytes: Uint8Array; readonly sha256: string; readonly fileName: string };

export type WantedPaper = {
  readonly kind: PaperKind;
  /** 何回目の提出か。省けば最も新しい提出。 */
  readonly sequence?: number | undefined;
};

/** 申請者が、自社の提出の紙を受け取る。提出のない申請、よその会社の申請は notFound。 */
export async function downloadOwnPaper(
  context: UseCaseContext,
  tools: PaperTools,
  input: OwnApplication & WantedPaper,
): Promise<Result<PaperFile, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  return download(context, tools, { application: loaded.value, action: "plan.viewOwn", ...input });
}

/** 審査の人が、自分の局の申請の紙を受け取る。よその局の申請は notFound。 */
export async function downloadRecordPaper(
  context: UseCaseContext,
  tools: PaperTools,
  input: { readonly applicationId: string } & WantedPaper,
): Promise<Result<PaperFile, Refusal>> {
  const loaded = await loadReadable(context, input.applicationId);
  if (!loaded.ok) return loaded;
  return download(context, tools, { application: loaded.value.application, action: "review.view", ...input });
}

async function download(
  context: UseCaseContext,
  tools: PaperTools,
  wanted: WantedPaper & { readonly application: ApplicationRow; readonly action: Action },
): Promise<Result<PaperFile, Refusal>> {
  const { application, kind, action } = wanted;
  const submission =
    wanted.sequence === undefined
      ? await latestSubmission(context.database, application.id)
      : await submissionAt(context.database, application.id, wanted.sequence);
  if (submission === undefined) return refuse({ kind: "notFound" });
  const { sequence, receiptNumber } = submission;
  const document = await storeFiledPaper(
    { ...context, actor: { kind: "system", job: "storeFiledPaper" } },
    tools,
    { applicationId: application.id, sequence, kind },
  );
  const bytes = await tools.storage.get(document.sha256);
  if (bytes === null) throw new Error(`保管した書類 ${document.sha256} が読めません。`);
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      downloads: [
        {
          documentId: document.id,
          accountId: actor.id,
          accountName: actor.name,
          channel: context.actor.kind === "staff" ? "staff" : "applicant",
          sha256: document.sha256,
          at,
        },
      ],
      audit: [
        {
          action,
          subjectKind: "application",
          subjectId: application.id,
          details: { paper: kind, sequence, sha256: document.sha256 },
        },
      ],
    }),
  });
  const name = kind === "receipt" ? "受付票" : formFileName(application.kind);
  const edition = application.submissionSequence > 1 ? `_第${sequence}回` : "";
  return ok({ bytes, sha256: document.sha256, fileName: `${name}_${receiptNumber}${edition}.pdf` });
}
