/** 外の物の様子と、一つの法人の控え。管理者が、つながらない理由と閉鎖の扱いを確かめる。 */
import { ok, type Result } from "#app/domain/result.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import {
  type ClosureOverrideRow,
  closureOverrideOf,
  type DirectoryHealthRow,
  directoryStates,
} from "#db/queries/company-facts.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type CompanyLookup, type DirectoryTools, lookUpForPage } from "./look-up-company.server.ts";

export type DirectoriesView = {
  readonly states: readonly DirectoryHealthRow[];
  /** 尋ねた法人。番号が無いか読めなければ null。 */
  readonly asked: {
    readonly corporateNumber: string;
    readonly lookup: CompanyLookup;
    readonly override: ClosureOverrideRow | null;
  } | null;
};

export async function readDirectories(
  context: UseCaseContext,
  tools: DirectoryTools,
  typedNumber: string,
): Promise<Result<DirectoriesView, Refusal>> {
  const allowed = authorise(context, "directory.manage", {});
  if (!allowed.ok) return allowed;
  const number = parseCorporateNumber(typedNumber);
  const lookup = number.ok ? await lookUpForPage(context, tools, number.value) : null;
  return ok({
    asked:
      number.ok && lookup !== null
        ? {
            corporateNumber: number.value,
            lookup,
            override: (await closureOverrideOf(context.database, number.value)) ?? null,
          }
        : null,
    states: await directoryStates(context.database),
  });
}
