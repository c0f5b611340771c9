/** 認定、不認定、取消しの前に、出る通知書を見せる。番号は決定の時に引くので、書式だけを示す。 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { buildDeclineNotice } from "#app/domain/certification/build-notice.ts";
import { documentNumber } from "#app/domain/certification/document-number.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import type { UnprintableCharacter } from "#app/domain/certification/unprintable.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { type Certainty, weakerCertainty } from "#app/domain/rulebook/certainty.ts";
import { letterFor } from "#app/domain/rulebook/letter.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import type { LoadedCertificate } from "../certification/change-certificate.server.ts";
import { examineLetter } from "../certification/check-printable.server.ts";
import { noticeOf } from "../certification/planned-version.server.ts";
import { revocationNotice } from "../certification/revocation-notice.server.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "./apply-command.server.ts";

export type NoticePreview =
  | {
      readonly kind: "ready";
      /** documentNumber の通し番号の所は、決定の時に決まるという言葉。 */
      readonly notice: CertificationNotice;
      /** 文面と番号の書式の確かさ。弱いほう。 */
      readonly certainty: Certainty;
      /** 字の形の指定が書体に無く、基本の字形で印字する字。 */
      readonly variants: readonly UnprintableCharacter[];
    }
  /** どの書体にも字形の無い文字がある。 */
  | { readonly kind: "unprintable"; readonly characters: readonly UnprintableCharacter[] }
  /** 埋まらない値の名前。 */
  | { readonly kind: "incomplete"; readonly missing: readonly string[] };

const SERIAL_TO_COME = {
  certification: "（認定の時に決まります）",
  changeCertification: "（認定の時に決まります）",
  decline: "（決定の時に決まります）",
  revocation: "（取消しの時に決まります）",
} as const;

/** 取消しの通知書の、理由をまだ書いていない所。 */
const REASON_TO_COME = "（下に書く理由が、ここに入ります）";

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
  const letter =
    action === "review.decline"
      ? "decline"
      : application.kind === "change"
        ? "changeCertification"
        : "certification";
  const facts = { answers, routing, filedAt };
  const issue = { issuedOn: today(context), serial: 1 };
  const built =
    letter === "decline"
      ? buildDeclineNotice(rulebook, facts, issue, application.proposal?.ground ?? "")
      : noticeOf(rulebook, facts, issue);
  return ok(await previewOf(context, pdf, { built, rulebook, letter, office: routing.office.code }));
}

/** @param reason 打たれた理由。空なら、理由の入る所を言葉で示す */
export async function previewRevocation(
  context: UseCaseContext,
  pdf: PdfRenderer,
  loaded: LoadedCertificate,
  reason: string,
): Promise<NoticePreview> {
  const built = (await revocationNotice(context, loaded, today(context)))(
    cleanText(reason) || REASON_TO_COME,
    1,
  );
  return previewOf(context, pdf, {
    built,
    rulebook: currentRulebook(context).rulebook,
    letter: "revocation",
    office: loaded.submission.routing.office.code,
  });
}

async function previewOf(
  context: UseCaseContext,
  pdf: PdfRenderer,
  draft: {
    readonly built: Result<CertificationNotice, readonly string[]>;
    readonly rulebook: Rulebook;
    readonly letter: keyof typeof SERIAL_TO_COME;
    /** 局のコード。 */
    readonly office: string;
  },
): Promise<NoticePreview> {
  const { built, rulebook, letter } = draft;
  if (!built.ok) return { kind: "incomplete", missing: built.error };
  const { unprintable, variants } = await examineLetter(pdf, built.value);
  if (unprintable.length > 0) return { kind: "unprintable", characters: unprintable };
  const numbering = rulebook.documentNumbering.get(draft.office);
  const wording = letterFor(rulebook, letter, draft.office);
  if (numbering === undefined || wording === undefined)
    return { kind: "incomplete", missing: ["文書番号の書式"] };
  const format = { ...numbering, template: numbering.template.replaceAll("{n}", SERIAL_TO_COME[letter]) };
  return {
    kind: "ready",
    notice: { ...built.value, documentNumber: documentNumber(format, today(context), 0) },
    certainty: weakerCertainty(numbering.certainty, wording.certainty),
    variants,
  };
}
