/** 分けて送る添付。GET はどこまで届いたか、PUT は続きの一つ。答えは JSON。 */
import { guarded } from "#app/http/guard.server.ts";
import { bodyBytes } from "#app/http/multipart.server.ts";
import { refusalResponse, notFound } from "#app/http/responses.server.ts";
import { receivePiece, uploadProgress } from "#app/usecases/attachments/receive-upload.server.ts";
import type { Refusal } from "#app/usecases/refusals.ts";

const MAX_PIECE_BYTES = 16 * 1024 * 1024;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,12}$/u.test(text) ? Number(text) : null;

export const loader = guarded("applicant", "plan.draft", async ({ param, useCase, tools }) => {
  const uploadId = param("upload");
  if (!uuid.test(uploadId)) return notFound();
  const place = { companyKey: param("company"), applicationId: param("id") };
  const progress = await uploadProgress(useCase, tools, { ...place, uploadId });
  return progress.ok ? json(progress.value) : refused(progress.error);
});

export const action = guarded("applicant", "plan.draft", async ({ request, url, param, useCase, tools }) => {
  const uploadId = param("upload");
  const offset = wholeNumber(request.headers.get("Upload-Offset"));
  const size = wholeNumber(url.searchParams.get("size"));
  if (!uuid.test(uploadId)) return notFound();
  if (request.method !== "PUT" || offset === null || size === null)
    return json({ message: "送信の形が正しくありません。" }, 400);
  const received = await receivePiece(useCase, tools, {
    companyKey: param("company"),
    applicationId: param("id"),
    uploadId,
    offset,
    target: {
      kind: url.searchParams.get("kind") ?? "",
      rowIds: url.searchParams.getAll("rows"),
      replaces: url.searchParams.get("replaces"),
      fileName: url.searchParams.get("name") ?? "",
      size,
    },
    bytes: bodyBytes(request, MAX_PIECE_BYTES),
  });
  if (!received.ok) return refused(received.error);
  if (received.value.state === "attached") tools.wakeWorker();
  return json(received.value);
});

const json = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

function refused(refusal: Refusal): Response {
  if (refusal.kind !== "invalid") return refusalResponse(refusal);
  const [field, messages] = Object.entries(refusal.errors)[0] ?? ["file", []];
  return json({ state: "invalid", field, message: messages.join("") }, 422);
}
