/** 公布前の点検を行う。施行日は、版に書いてある日か、これから付ける日。 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import type { Proof } from "#app/domain/rulebook/proof.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { editionInForce } from "#db/queries/load-rulebook.ts";
import { editionsAfter, readStoredEdition } from "#db/queries/stored-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { checkLetterGlyphs } from "./check-letter-glyphs.server.ts";
import { loadEdition } from "./edition-access.server.ts";

/** @param input.effectiveFrom 省けば版に書いてある施行日 */
export async function proveStoredEdition(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: { readonly editionId: string; readonly effectiveFrom?: string },
): Promise<Result<Proof, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", input.editionId);
  if (!loaded.ok) return loaded;
  const stored = await readStoredEdition(context.database, input.editionId);
  if (stored === undefined) return refuse({ kind: "notFound" });
  const { effectiveFrom = stored.effectiveFrom } = input;
  const later = await editionsAfter(context.database, effectiveFrom, input.editionId);
  const { baseId } = loaded.value;
  // 後に施行される版がなければ、元の中身と比べる物もない。
  const baseEdition = baseId ?? editionInForce(context.database, effectiveFrom);
  const base =
    later.length === 0 || baseEdition === null
      ? undefined
      : await readStoredEdition(context.database, baseEdition);
  const proof = await context.editionWork.run("prove", {
    edition: { ...stored, effectiveFrom },
    base: base ?? null,
    later,
  });
  const glyphs = await checkLetterGlyphs(context, pdf, { ...stored, effectiveFrom });
  return ok({
    checks: proof.checks.toSpliced(-1, 0, glyphs),
    failed: proof.failed || glyphs.outcome === "fail",
  });
}
