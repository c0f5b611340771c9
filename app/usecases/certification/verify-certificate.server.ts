/** 認定通知書と取消しの通知書の真正性の確認。ログインの要らない窓口で、紙に書いてあることだけを答える。 */
import { createHash } from "node:crypto";
import { addressBlock, VERIFY_LIMIT } from "#app/domain/access/request-limit.ts";
import { type CodeFault, readCertificateCode } from "#app/domain/certification/certificate-code.ts";
import {
  type IssuedLetter,
  type Verdict,
  verdictOf,
  verdictOfFile,
} from "#app/domain/certification/verdict.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  certificateEditionByCode,
  revocationNoticeByCode,
  verifiableByHash,
} from "#db/queries/certifications.ts";
import { takeFromBucket } from "#db/repositories/request-buckets.ts";
import type { UseCaseContext } from "../context.ts";
import { examineFile, type FileFault } from "./examine-file.server.ts";
import { issuedEdition, issuedRevocation } from "./issued-certificate.server.ts";

export type VerifyRefusal =
  | { readonly kind: "code"; readonly fault: CodeFault }
  | { readonly kind: "file"; readonly fault: FileFault }
  /** 次に受けるまでの秒数。 */
  | { readonly kind: "tooMany"; readonly retryAfter: number };

export type Verified = Result<Verdict, VerifyRefusal>;

/** @param address 送り元の IP アドレス */
export async function verifyByCode(
  context: UseCaseContext,
  address: string,
  typed: string,
): Promise<Verified> {
  const code = readCertificateCode(typed);
  if (!code.ok) return refuse({ kind: "code", fault: code.error });
  const limited = await withinLimit(context, address);
  return limited.ok ? ok(verdictOf(await letterByCode(context, code.value))) : limited;
}

/** @param bytes 届いた分から読むファイルの中身 */
export async function verifyFile(
  context: UseCaseContext,
  address: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Verified> {
  const limited = await withinLimit(context, address);
  if (!limited.ok) return limited;
  const examined = await examineFile(bytes);
  if (!examined.ok) return refuse({ kind: "file", fault: examined.error });
  const { sha256, earlierEndings, code } = examined.value;
  const known = new Map<string, IssuedLetter>();
  for (const hash of [sha256, ...earlierEndings]) {
    const document = await verifiableByHash(context.database, hash);
    if (document === undefined) continue;
    const letter =
      document.kind === "revocationNotice"
        ? await issuedRevocation(context.database, document.applicationId)
        : await issuedEdition(context.database, document.applicationId, document.edition);
    if (letter !== undefined) known.set(hash, letter);
  }
  const named = code === null ? undefined : await letterByCode(context, code);
  return ok(verdictOfFile(examined.value, (hash) => known.get(hash), named));
}

async function letterByCode(context: UseCaseContext, code: string): Promise<IssuedLetter | undefined> {
  const row = await certificateEditionByCode(context.database, code);
  if (row !== undefined) return issuedEdition(context.database, row.applicationId, row.edition);
  const revocation = await revocationNoticeByCode(context.database, code);
  return revocation === undefined ? undefined : issuedRevocation(context.database, revocation.applicationId);
}

async function withinLimit(context: UseCaseContext, address: string): Promise<Result<null, VerifyRefusal>> {
  // 送り元そのものは残さない。
  const block = createHash("sha256").update(addressBlock(address)).digest("hex");
  const taken = await takeFromBucket(
    context.database,
    `certificate.verify:${block}`,
    context.clock.now(),
    VERIFY_LIMIT,
  );
  return taken.allowed ? ok(null) : refuse({ kind: "tooMany", retryAfter: taken.retryAfter });
}
