/** 認定通知書の確認の答えを、画面と JSON の形にする。 */
import type { Verdict } from "#app/domain/certification/verdict.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { BrokenForm, isMultipart, readMultipart } from "#app/http/multipart.server.ts";
import { MAX_CHECKED_BYTES } from "#app/usecases/certification/examine-file.server.ts";
import {
  type Verified,
  verifyByCode,
  verifyFile,
} from "#app/usecases/certification/verify-certificate.server.ts";
import { refusalWords, verdictWords, type VerifyView } from "./verify-words.ts";

/** 区切りや欄の名前の分だけ、ファイルの上限より広く読む。 */
const MAX_FORM_BYTES = MAX_CHECKED_BYTES + 64 * 1024;

export const checkCode = ({ useCase, clientAddress }: Guarded<Actor>, code: string): Promise<Verified> =>
  verifyByCode(useCase, clientAddress, code);

/** 送られたファイルを確かめる。選ばれていなければ「空」と答える。 */
export async function checkUpload({ request, useCase, clientAddress }: Guarded<Actor>): Promise<Verified> {
  const missing: Verified = { ok: false, error: { kind: "file", fault: "empty" } };
  if (!isMultipart(request)) return missing;
  try {
    for await (const part of readMultipart(request, MAX_FORM_BYTES))
      if (part.name === "file" && part.fileName !== null)
        return await verifyFile(useCase, clientAddress, part.bytes);
    return missing;
  } catch (thrown) {
    if (thrown instanceof BrokenForm) return { ok: false, error: { kind: "file", fault: "tooLarge" } };
    throw thrown;
  }
}

export const statusOf = (verified: Verified): number =>
  verified.ok
    ? 200
    : verified.error.kind === "tooMany"
      ? 429
      : verified.error.kind === "file" && verified.error.fault === "tooLarge"
        ? 413
        : 400;

export const retryHeaders = (verified: Verified): Record<string, string> =>
  !verified.ok && verified.error.kind === "tooMany"
    ? { "Retry-After": String(verified.error.retryAfter) }
    : {};

export const verifyView = (typed: string, verified: Verified | null): VerifyView => ({
  typed,
  result: verified?.ok === true ? verdictWords(verified.value) : null,
  error: verified === null || verified.ok ? null : refusalWords(verified.error),
});

/** JSON の答え。誤りは理由の文を添える。 */
export const verifyJson = (verified: Verified): Response =>
  Response.json(
    verified.ok
      ? { verdict: verified.value.kind, ...omitKind(verified.value) }
      : { error: refusalWords(verified.error).message },
    {
      status: statusOf(verified),
      headers: { "Cache-Control": "no-store", Vary: "Accept", ...retryHeaders(verified) },
    },
  );

const omitKind = ({ kind: _kind, ...rest }: Verdict): object => rest;
