/** 決定の時に凍結した、不認定と取消しの通知書の値と、保管した書類の種類。 */
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { declineNoticeOf, type IssuedDocumentRow, revocationNoticeOf } from "#db/queries/certifications.ts";
import type { UseCaseContext } from "../context.ts";
import { verifiable } from "./issued-certificate.server.ts";
import type { DecisionLetter } from "./letter-job.ts";

export const letterKinds = {
  decline: { document: "declineNotice", name: "不認定通知書" },
  revocation: { document: "revocationNotice", name: "認定取消通知書" },
} as const satisfies Record<
  DecisionLetter,
  { readonly document: IssuedDocumentRow["kind"]; readonly name: string }
>;

export type FrozenLetter = {
  readonly companyKey: string;
  /** 文書番号。 */
  readonly number: string;
  readonly notice: CertificationNotice;
  /** 決定の瞬間（UTC の ISO 文字列）。 */
  readonly createdAt: string;
};

/** @returns その決定をしていない、又は通知書の無かった頃の決定なら undefined */
export async function frozenLetter(
  { database, origin }: UseCaseContext,
  letter: DecisionLetter,
  applicationId: string,
): Promise<FrozenLetter | undefined> {
  if (letter === "revocation") return revocationNoticeOf(database, applicationId);
  const frozen = await declineNoticeOf(database, applicationId);
  return frozen && { ...frozen, notice: verifiable(frozen.notice, frozen.code, origin) };
}
