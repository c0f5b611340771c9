/** 一日一度の片付け: 放っておかれた送信、宛てのない中身、検査の設定が後からできた未検査の添付。 */
import {
  attachmentsWithContent,
  isContentReferenced,
  removedContents,
  unscannedContents,
  uploadIds,
  uploadsBefore,
} from "#db/queries/attachments.ts";
import {
  confirmationAttachmentsWithContent,
  confirmationUploadIds,
  findConfirmationAttachment,
} from "#db/queries/confirmation-attachments.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { enqueueOnce } from "#db/repositories/outbox-jobs.ts";
import { forgetConfirmationUploads, forgetUploads } from "#db/repositories/uploads.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { AttachmentTools } from "./attachment-tools.ts";

const KEPT_MS = 24 * 60 * 60 * 1000;

export type Swept = { readonly uploads: number; readonly contents: number };

export async function sweepAttachments(context: UseCaseContext, tools: AttachmentTools): Promise<Swept> {
  const before = new Date(Date.parse(context.clock.now()) - KEPT_MS).toISOString();
  const uploads = await sweepUploads(context, tools, before);
  const contents = await sweepContents(context, tools, before);
  if (tools.scanner !== null) await scanAgain(context);
  return { uploads, contents };
}

/** 届ききらなかった物と、断った物を消す。検査を待つ物は残す。 */
async function sweepUploads(
  context: UseCaseContext,
  tools: AttachmentTools,
  before: string,
): Promise<number> {
  const old = await uploadsBefore(context.database, before);
  const forgotten: string[] = [];
  for (const { id, state } of old) {
    if (state === "attached" && (await tools.uploads.open(id)) !== null) continue;
    await tools.uploads.remove(id);
    forgotten.push(id);
  }
  await forgetUploads(context.database, forgotten);
  await sweepConfirmationUploads(context, tools, before);
  // 行を作ってから受け取るので、行のないファイルは、行を消した後に残った物である。
  const known = await uploadIds(context.database);
  for (const id of await tools.uploads.list()) if (!known.has(id)) await tools.uploads.remove(id);
  return forgotten.length;
}

/** 検査を待つ物は残す。検査が済めば、中身は保管庫に移っている。 */
async function sweepConfirmationUploads(
  context: UseCaseContext,
  tools: AttachmentTools,
  before: string,
): Promise<void> {
  const old = await confirmationUploadIds(context.database, before);
  const forgotten: string[] = [];
  for (const id of old) {
    const attached = (await findConfirmationAttachment(context.database, id)) !== undefined;
    if (attached && (await tools.uploads.open(id)) !== null) continue;
    await tools.uploads.remove(id);
    forgotten.push(id);
  }
  await forgetConfirmationUploads(context.database, forgotten);
}

async function sweepContents(
  context: UseCaseContext,
  tools: AttachmentTools,
  before: string,
): Promise<number> {
  const unused = async (sha256: string): Promise<boolean> =>
    !(await isContentReferenced(context.database, sha256));
  const deleted: string[] = [];
  for (const sha256 of await removedContents(context.database, before)) {
    if (!(await unused(sha256))) continue;
    await tools.storage.remove(sha256, () => unused(sha256));
    if (await unused(sha256)) deleted.push(sha256);
  }
  if (deleted.length === 0) return 0;
  const at = context.clock.now();
  await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      contentFacts: deleted.map((sha256) => ({ sha256, fact: "deleted", detail: "使われなくなった", at })),
      audit: [
        {
          action: "attachment.sweep",
          subjectKind: "attachment",
          subjectId: "contents",
          details: { deleted },
        },
      ],
    }),
  });
  return deleted.length;
}

async function scanAgain(context: UseCaseContext): Promise<void> {
  for (const sha256 of await unscannedContents(context.database)) {
    const [holder] = [
      ...(await attachmentsWithContent(context.database, sha256)),
      ...(await confirmationAttachmentsWithContent(context.database, sha256)),
    ];
    if (holder === undefined) continue;
    await enqueueOnce(
      context.database,
      {
        topic: "scanAttachment",
        key: `${holder.id}:${today(context)}`,
        payload: { attachmentId: holder.id, uploadId: holder.id },
      },
      context.clock.now(),
    );
  }
}
