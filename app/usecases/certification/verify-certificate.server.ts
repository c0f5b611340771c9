/** 認定通知書の真正性の確認。ログインの要らない窓口で、紙に書いてあることだけを答える。 */
import { createHash } from "node:crypto";
import { addressBlock, VERIFY_LIMIT } from "#app/domain/access/request-limit.ts";
import { type CodeFault, readCertificateCode } from "#app/domain/certification/certificate-code.ts";
import {
  type IssuedEdition,
  type Verdict,
  verdictOf,
  verdictOfFile,
} from "#app/domain/certification/verdict.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { certificateEditionByCode, issuedCertificateByHash } from "#db/queries/certifications.ts";
import { takeFromBucket } from "#db/repositories/request-buckets.ts";
import type { UseCaseContext } from "../context.ts";
import { examineFile, type FileFault } from "./examine-file.server.ts";
import { issuedEdition } from "./issued-certificate.server.ts";

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
  return limited.ok ? ok(verdictOf(await editionByCode(context, code.value))) : limited;
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
  const known = new Map<string, IssuedEdition>();
  for (const hash of [sha256, ...earlierEndings]) {
    const document = await issuedCertificateByHash(context.database, hash);
    const edition =
      document === undefined
        ? undefined
        : await issuedEdition(context.database, document.applicationId, document.edition);
    if (edition !== undefined) known.set(hash, edition);
  }
  const named = code === null ? undefined : await editionByCode(context, code);
  return ok(verdictOfFile(examined.value, (hash) => known.get(hash), named));
}

async function editionByCode(context: UseCaseContext, code: string): Promise<IssuedEdition | undefined> {
  const row = await certificateEditionByCode(context.database, code);
  return row === undefined ? undefined : issuedEdition(context.database, row.applicationId, row.edition);
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
