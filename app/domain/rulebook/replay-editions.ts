/** 一組の計画を、それぞれの版と新しい版とで読み比べる。別スレッドで、一組ずつ行う。 */
import { ok, type Result } from "#app/domain/result.ts";
import { type PlanDifference, type ReplayedPlan, replayPlan } from "../plan/replay-plan.ts";
import type { RulebookFault } from "./fault.ts";
import type { Rulebook } from "./rulebook.ts";
import { compileStored, type StoredEdition } from "./stored-edition.ts";

export type ReplayBatch = {
  /** 計画が留めている版の全部。 */
  readonly editions: readonly StoredEdition[];
  /** 比べる版。 */
  readonly draft: StoredEdition;
  readonly plans: readonly (ReplayedPlan & { readonly id: string; readonly editionId: string })[];
};

export type ReplayedDifference = PlanDifference & { readonly id: string };

/** @returns 違いのある計画だけ。組み立てられない版では、その訳 */
export function replayBatch(
  batch: ReplayBatch,
): Result<readonly ReplayedDifference[], readonly RulebookFault[]> {
  const after = compiled(batch.draft);
  if (!after.ok) return after;
  const pinned = new Map<string, Rulebook>();
  for (const edition of batch.editions) {
    const before = compiled(edition);
    if (!before.ok) return before;
    pinned.set(edition.id, before.value);
  }
  return ok(
    batch.plans.flatMap((plan) => {
      const before = pinned.get(plan.editionId);
      const difference = before === undefined ? null : replayPlan(before, after.value, plan);
      return difference === null ? [] : [{ ...difference, id: plan.id }];
    }),
  );
}

type Compiled = ReturnType<typeof compileStored>;

/** 続けて来る組は同じ版なので、最後に組み立てた幾つかを使い回す。 */
const remembered: { readonly edition: StoredEdition; readonly result: Compiled }[] = [];
const REMEMBERED = 4;

function compiled(edition: StoredEdition): Compiled {
  const known = remembered.find(
    (entry) =>
      entry.edition.id === edition.id &&
      entry.edition.effectiveFrom === edition.effectiveFrom &&
      entry.edition.facts === edition.facts,
  );
  if (known !== undefined) return known.result;
  const result = compileStored(edition);
  remembered.unshift({ edition, result });
  remembered.splice(REMEMBERED);
  return result;
}
