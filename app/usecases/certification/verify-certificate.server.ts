/** 認定通知書、不認定と取消しの通知書、投資計画の確認書の真正性の確認。ログインの要らない窓口で、紙に書いてあることだけを答える。 */
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
  declineNoticeByCode,
  revocationNoticeByCode,
  verifiableByHash,
} from "#db/queries/certifications.ts";
import { confirmationByCode, confirmationByHash, type FoundConfirmation } from "#db/queries/confirmations.ts";
import { takeFromBucket } from "#db/repositories/request-buckets.ts";
import { today, type UseCaseContext } from "../context.ts";
import { examineFile, type FileFault } from "./examine-file.server.ts";
import { issuedDecline, issuedEdition, issuedRevocation } from "./issued-certificate.server.ts";

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
    const letter = await letterByHash(context, hash);
    if (letter !== undefined) known.set(hash, letter);
  }
  const named = code === null ? undefined : await letterByCode(context, code);
  return ok(verdictOfFile(examined.value, (hash) => known.get(hash), named));
}

async function letterByHash(context: UseCaseContext, hash: string): Promise<IssuedLetter | undefined> {
  const { database } = context;
  const document = await verifiableByHash(database, hash);
  if (document === undefined) return issuedConfirmation(await confirmationByHash(database, hash));
  if (document.kind === "declineNotice") return issuedDecline(database, document.applicationId);
  return document.kind === "revocationNotice"
    ? issuedRevocation(database, document.applicationId)
    : issuedEdition(database, document.applicationId, document.edition, today(context));
}

/** 真正性の確認に使う、確認書の記録。 */
function issuedConfirmation(found: FoundConfirmation | undefined): IssuedLetter | undefined {
  if (found === undefined) return undefined;
  const { letter, document } = found;
  return {
    letter: "confirmation",
    number: letter.number,
    confirmedOn: letter.confirmedOn,
    name: letter.notice.addressee.name,
    signatory: letter.notice.signatory.title,
    type: letter.type,
    sha256: document?.sha256 ?? null,
  };
}

async function letterByCode(context: UseCaseContext, code: string): Promise<IssuedLetter | undefined> {
  const row = await certificateEditionByCode(context.database, code);
  if (row !== undefined)
    return issuedEdition(context.database, row.applicationId, row.edition, today(context));
  const revocation = await revocationNoticeByCode(context.database, code);
  if (revocation !== undefined) return issuedRevocation(context.database, revocation.applicationId);
  const decline = await declineNoticeByCode(context.database, code);
  return decline === undefined
    ? issuedConfirmation(await confirmationByCode(context.database, code))
    : issuedDecline(context.database, decline.applicationId);
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
