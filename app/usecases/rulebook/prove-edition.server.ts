/** 公布前の点検を行う。施行日は、版に書いてある日か、これから付ける日。 */
import type { Proof } from "#app/domain/rulebook/proof.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

/** @param input.effectiveFrom 省けば版に書いてある施行日 */
export async function proveStoredEdition(
  context: UseCaseContext,
  input: { readonly editionId: string; readonly effectiveFrom?: string },
): Promise<Result<Proof, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", input.editionId);
  if (!loaded.ok) return loaded;
  const stored = await readStoredEdition(context.database, input.editionId);
  if (stored === undefined) return refuse({ kind: "notFound" });
  const { effectiveFrom = stored.effectiveFrom } = input;
  return ok(await context.editionWork.run("prove", { ...stored, effectiveFrom }));
}
