/** 認定通知書を訂正し、次の版を発行する。前の版のバイト列は変わらず、訂正済みとして残る。 */
import { randomBytes } from "node:crypto";
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { certificateCode, CODE_RANDOM_BYTES } from "#app/domain/certification/certificate-code.ts";
import {
  type Correction,
  type CorrectionErrors,
  correctNotice,
} from "#app/domain/certification/correct-notice.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { type UnprintableCharacter, unprintableMessage } from "#app/domain/certification/unprintable.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { certificateEditionsOf } from "#db/queries/certifications.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import type { CommandInput } from "../review/apply-command.server.ts";
import { unprintableCharacters } from "./check-printable.server.ts";
import {
  loadCertificate,
  type LoadedCertificate,
  writeCertificateChange,
} from "./change-certificate.server.ts";
import { issueJob } from "./issue-job.ts";

export type CorrectableNotice = LoadedCertificate & {
  /** いまの版に刷られた値。 */
  readonly notice: CertificationNotice;
  /** 次の版の番号。 */
  readonly next: number;
};

/** 訂正の画面に出す、いまの値。 */
export async function openCorrection(
  context: UseCaseContext,
  applicationId: string,
): Promise<Result<CorrectableNotice, Refusal>> {
  const loaded = await loadCertificate(context, "certificate.correct", applicationId);
  if (!loaded.ok) return loaded;
  const [latest] = await certificateEditionsOf(context.database, applicationId);
  return ok({
    ...loaded.value,
    notice: latest?.notice ?? loaded.value.certification.notice,
    next: (latest?.edition ?? 1) + 1,
  });
}

/** 欄ごとの指摘。通知書の文言のせいなら、はじめの欄に出す。 */
function errorsAt(characters: readonly UnprintableCharacter[]): CorrectionErrors {
  const errors = new Map<string, string[]>();
  for (const one of characters) {
    const field = one.field ?? "address";
    errors.set(field, [...(errors.get(field) ?? []), unprintableMessage(one)]);
  }
  return Object.fromEntries(errors);
}

/** @returns 書いた値に誤りがあれば invalid、ほかの人が先に変えていれば stale */
export async function correctCertificate(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: CommandInput & { readonly correction: Correction },
): Promise<Result<null, Refusal>> {
  const opened = await openCorrection(context, input.applicationId);
  if (!opened.ok) return opened;
  const { notice, next, application } = opened.value;
  const corrected = correctNotice(notice, input.correction);
  if (!corrected.ok) return refuse({ kind: "invalid", errors: corrected.error });
  const at = context.clock.now();
  // 印字できない字は、版を決める前に断る。
  const characters = await unprintableCharacters(pdf, corrected.value);
  if (characters.length > 0) return refuse({ kind: "invalid", errors: errorsAt(characters) });
  const actor = actorStamp(context.actor);
  const reason = input.correction.reason.trim();
  return writeCertificateChange(context, input, opened.value, {
    action: "certificate.correct",
    event: { type: "application.certificateCorrected.v1", data: { edition: next, reason } },
    rows: () => ({
      certificateEditions: [
        {
          applicationId: application.id,
          edition: next,
          code: certificateCode(randomBytes(CODE_RANDOM_BYTES)),
          notice: corrected.value,
          reason,
          createdBy: actor.id,
          createdByName: actor.name,
          createdAt: at,
        },
      ],
    }),
    outbox: [issueJob(application.id, next)],
  });
}
