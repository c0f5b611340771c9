/** 認定又は不認定の前に、出る通知書を見せる。番号は決定の時に引くので、書式だけを示す。 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { buildDeclineNotice, buildNotice } from "#app/domain/certification/build-notice.ts";
import { documentNumber } from "#app/domain/certification/document-number.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import type { UnprintableCharacter } from "#app/domain/certification/unprintable.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { type Certainty, weakerCertainty } from "#app/domain/rulebook/certainty.ts";
import { unprintableCharacters } from "../certification/check-printable.server.ts";
import { today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "./apply-command.server.ts";

export type NoticePreview =
  | {
      readonly kind: "ready";
      /** documentNumber の通し番号の所は、決定の時に決まるという言葉。 */
      readonly notice: CertificationNotice;
      /** 文面と番号の書式の確かさ。弱いほう。 */
      readonly certainty: Certainty;
    }
  /** どの書体にも字形の無い文字がある。 */
  | { readonly kind: "unprintable"; readonly characters: readonly UnprintableCharacter[] }
  /** 埋まらない値の名前。 */
  | { readonly kind: "incomplete"; readonly missing: readonly string[] };

const SERIAL_TO_COME = {
  certification: "（認定の時に決まります）",
  decline: "（決定の時に決まります）",
} as const;

/** @param action 見る人の操作。不認定の決裁には不認定通知書を、ほかには認定通知書を見せる */
export async function previewNotice(
  context: UseCaseContext,
  pdf: PdfRenderer,
  applicationId: string,
  action: "review.propose" | "review.certify" | "review.decline",
): Promise<Result<NoticePreview, Refusal>> {
  const loaded = await loadFiled(context, action, applicationId);
  if (!loaded.ok) return loaded;
  const { application, submission } = loaded.value;
  const { answers, routing, filedAt, editionId } = submission;
  const { rulebook } = context.rulebooks.edition(editionId);
  const issuedOn = today(context);
  const letter = action === "review.decline" ? "decline" : "certification";
  const facts = { answers, routing, filedAt };
  const issue = { issuedOn, serial: 1 };
  const built =
    letter === "decline"
      ? buildDeclineNotice(rulebook, facts, issue, application.proposal?.ground ?? "")
      : buildNotice(rulebook, facts, issue);
  if (!built.ok) return ok({ kind: "incomplete", missing: built.error });
  const characters = await unprintableCharacters(pdf, built.value);
  if (characters.length > 0) return ok({ kind: "unprintable", characters });
  const numbering = rulebook.documentNumbering.get(routing.office.code);
  if (numbering === undefined) return ok({ kind: "incomplete", missing: ["文書番号の書式"] });
  const format = { ...numbering, template: numbering.template.replaceAll("{n}", SERIAL_TO_COME[letter]) };
  return ok({
    kind: "ready",
    notice: { ...built.value, documentNumber: documentNumber(format, issuedOn, 0) },
    certainty: weakerCertainty(numbering.certainty, rulebook.procedure.letters[letter].certainty),
  });
}
