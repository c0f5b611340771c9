/** 添付の画面に要るもの。 */
import { readPlan } from "#app/domain/plan/read-section.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { infectedRemovals, receivingUploads, type UploadRow } from "#db/queries/attachments.ts";
import { loadDraft, type OwnApplication } from "../applications/load-own-application.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type CheckedAttachments, checkedAttachments } from "./attached-files.server.ts";
import type { AttachmentTools } from "./attachment-tools.ts";
import { editableApplication } from "./editable-application.server.ts";

export type OpenAttachments = CheckedAttachments & {
  /** 送りかけのファイルと、受け取った大きさ。 */
  readonly unfinished: readonly (UploadRow & { readonly received: number })[];
  /** ウイルスが見つかって取り除かれたファイル。同じ種類を添付し直すまで示す。 */
  readonly infected: readonly { readonly kind: string; readonly fileName: string }[];
  readonly scannerReady: boolean;
};

/** @returns 申請済みなら stale */
export async function openAttachments(
  context: UseCaseContext,
  tools: AttachmentTools,
  input: OwnApplication,
): Promise<Result<OpenAttachments, Refusal>> {
  const editable = await editableApplication(context, input);
  if (!editable.ok) return editable;
  const { answers } = await loadDraft(context, input.applicationId);
  const checked = await checkedAttachments(context, input.applicationId, readPlan(answers).values);
  const rows = await receivingUploads(context.database, input.applicationId);
  const sized = rows.filter(({ size }) => size !== null);
  const received = await Promise.all(sized.map(({ id }) => tools.uploads.offset(id)));
  const removals = await infectedRemovals(context.database, input.applicationId);
  return ok({
    ...checked,
    unfinished: sized.map((row, index) => ({ ...row, received: received[index] ?? 0 })),
    infected: removals.filter(
      ({ kind, removedAt }) =>
        !checked.files.some((file) => file.kind === kind && file.attachedAt >= removedAt),
    ),
    scannerReady: tools.scanner !== null,
  });
}
