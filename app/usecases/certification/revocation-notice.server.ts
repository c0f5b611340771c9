/** 取消しの通知書の値。宛先は、いちばん新しい版の認定通知書のもの。文面と条文は、取消しの日に効いている版のもの。 */
import { buildRevocationNotice } from "#app/domain/certification/build-notice.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { Result } from "#app/domain/result.ts";
import { certificateEditionsOf } from "#db/queries/certifications.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";
import type { LoadedCertificate } from "./change-certificate.server.ts";

/**
 * @param issuedOn 取消しの日
 * @returns 理由と系列の中の通し番号から、通知書の値を作る関数。埋まらない値があれば、その名前
 */
export async function revocationNotice(
  context: UseCaseContext,
  { certification, submission }: LoadedCertificate,
  issuedOn: CivilDate,
): Promise<(reason: string, serial: number) => Result<CertificationNotice, readonly string[]>> {
  const { rulebook } = currentRulebook(context);
  const [latest] = await certificateEditionsOf(context.database, certification.applicationId);
  const { addressee } = latest?.notice ?? certification.notice;
  return (reason, serial) =>
    buildRevocationNotice(
      rulebook,
      { answers: submission.answers, routing: submission.routing, filedAt: submission.filedAt },
      { issuedOn, serial },
      {
        certifiedOn: certification.certifiedOn as CivilDate,
        number: certification.number,
        addressee,
        reason,
      },
    );
}
