/** 届かなかったメールの知らせの受口。送り手は、設定した合言葉を示す。 */
import { z } from "zod";
import { guarded } from "#app/http/guard.server.ts";
import { textUpTo } from "#app/http/body-text.server.ts";
import { bearsSecret } from "#app/http/shared-secret.server.ts";
import { recordBounce } from "#app/usecases/notifications/bounces.server.ts";

const MOST_BYTES = 16 * 1024;

const notice = z.object({
  messageId: z.string().trim().min(3).max(998),
  /** delayed は、まだ届けようとしている。 */
  kind: z.enum(["failed", "delayed"]),
  /** RFC 3463 の状態番号。例 5.1.1 */
  status: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/u)
    .optional(),
  reason: z.string().trim().max(500).optional(),
});

const answer = (status: number, result: string): Response =>
  Response.json({ result }, { status, headers: { "Cache-Control": "no-store" } });

/** 受けるのは送信だけ。 */
export const loader = guarded("public", "mails.bounce", async () => answer(405, "methodNotAllowed"));

export const action = guarded("public", "mails.bounce", async ({ request, useCase, tools }) => {
  if (tools.bounceSecret === null) return answer(404, "notFound");
  if (!bearsSecret(request, tools.bounceSecret)) return answer(401, "unauthorized");
  const text = await textUpTo(request, MOST_BYTES);
  if (text === null) return answer(413, "tooLarge");
  const read = notice.safeParse(parsed(text));
  if (!read.success) return answer(422, "invalid");
  const { messageId, kind, status, reason } = read.data;
  if (kind === "delayed") return answer(200, "ignored");
  const words = [status, reason].filter((part) => part !== undefined && part !== "").join(" ");
  const result = await recordBounce(useCase, { messageId, reason: words === "" ? "理由の記載なし" : words });
  return answer(200, result);
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
