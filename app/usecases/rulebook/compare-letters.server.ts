/** 種類と局ごとの見本の通知書を、今日効いている版（又は写しの元）と比べる。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { LetterComparison } from "#app/domain/certification/letter-changes.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

export type ComparedLetters = LetterComparison & { readonly baseLabel: string };

export async function compareEditionLetters(
  context: UseCaseContext,
  editionId: string,
): Promise<Result<ComparedLetters, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", editionId);
  if (!loaded.ok) return loaded;
  const published = currentRulebook(context).editionId;
  // 今日効いている版そのものを見るときは、写しの元と比べる。
  const baseId = published === editionId ? (loaded.value.baseId ?? published) : published;
  const after = await readStoredEdition(context.database, editionId);
  const before = await readStoredEdition(context.database, baseId);
  if (after === undefined || before === undefined) return refuse({ kind: "notFound" });
  const on = after.effectiveFrom as CivilDate;
  const compared = await context.editionWork.run("compareLetters", { before, after, on });
  return ok({ ...compared, baseLabel: before.label });
}
