/** 一つの版の文面で、見本の通知書を作る。架空の計画だけを使い、申請の中身は読まない。 */
import type { PdfRenderer, RenderedPdf } from "#app/adapters/pdf/pdf-port.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import type { SampleRequest } from "#app/domain/certification/sample-letter.ts";
import type { SampledLetter, SampleInput } from "#app/domain/certification/sampled-edition.ts";
import { type UnprintableCharacter } from "#app/domain/certification/unprintable.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import { unprintableCharacters } from "../certification/check-printable.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

export type SampleView = {
  readonly scopes: SampledLetter["scopes"];
  readonly letter:
    | { readonly kind: "ready"; readonly notice: CertificationNotice }
    /** 値の無い差込みの名前。 */
    | { readonly kind: "incomplete"; readonly missing: readonly string[] }
    | { readonly kind: "unprintable"; readonly characters: readonly UnprintableCharacter[] };
};

/** @param input.rows 置いてある行の代わりに使う行（打ちかけの文面）。省けば置いてある行 */
export async function sampleLetterOf(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: {
    readonly editionId: string;
    readonly request: Omit<SampleRequest, "on">;
    readonly rows?: SampleInput["rows"];
  },
): Promise<Result<SampleView, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", input.editionId);
  if (!loaded.ok) return loaded;
  const edition = await readStoredEdition(context.database, input.editionId);
  if (edition === undefined) return refuse({ kind: "notFound" });
  const { letter, scopes } = await context.editionWork.run("sample", {
    edition,
    rows: input.rows ?? {},
    request: { ...input.request, on: edition.effectiveFrom as CivilDate },
  });
  if (!letter.ok) return ok({ scopes, letter: { kind: "incomplete", missing: letter.error } });
  const characters = await unprintableCharacters(pdf, letter.value);
  return ok({
    scopes,
    letter:
      characters.length > 0 ? { kind: "unprintable", characters } : { kind: "ready", notice: letter.value },
  });
}

/** @returns 見本の PDF。作れない見本は noticeIncomplete か noticeUnprintable */
export async function sampleLetterPdf(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: Parameters<typeof sampleLetterOf>[2],
): Promise<Result<RenderedPdf, Refusal>> {
  const sampled = await sampleLetterOf(context, pdf, input);
  if (!sampled.ok) return sampled;
  const { letter } = sampled.value;
  if (letter.kind === "incomplete") return refuse({ kind: "noticeIncomplete", missing: letter.missing });
  if (letter.kind === "unprintable")
    return refuse({ kind: "noticeUnprintable", characters: letter.characters });
  const rendered = await pdf.render(letter.notice.templateVersion, letter.notice, {
    createdAt: context.clock.now(),
  });
  if (!rendered.ok) throw new Error(`見本の通知書を描けません: ${JSON.stringify(rendered.error)}`);
  return ok(rendered.value);
}
