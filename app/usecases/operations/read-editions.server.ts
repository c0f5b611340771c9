/** 規則集の版の一覧を読む。 */
import { ok, type Result } from "#app/domain/result.ts";
import { editionsWithCounts, type EditionWithCounts } from "#db/queries/rulebook-editions.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export async function readEditions(
  context: UseCaseContext,
): Promise<Result<readonly EditionWithCounts[], Refusal>> {
  const allowed = authorise(context, "rulebook.view", {});
  return allowed.ok ? ok(await editionsWithCounts(context.database)) : allowed;
}
