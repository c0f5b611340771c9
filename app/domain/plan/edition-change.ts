/** 書いている途中に規則集の版が変わったとき、その計画にとって何が変わったか。 */
import { itemsInOfficialOrder } from "../guideline/guideline.ts";
import type { Guideline } from "../rulebook/guideline-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { guidelineIdOf } from "./plan-routing.ts";
import { readPlanOn } from "./plan-reading.ts";
import { type PlanDifference, type ReplayedPlan, replayPlan } from "./replay-plan.ts";

/** 従う指針の項目の違い。どれも項目の名前。 */
export type ItemsChange = {
  readonly guideline: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly reworded: readonly { readonly before: string; readonly after: string }[];
  /** 並びだけが変わった項目があるか。 */
  readonly reordered: boolean;
};

export type EditionChange = PlanDifference & { readonly items: ItemsChange | null };

/** @returns この計画にとっての違い。何も変わらなければ null */
export function editionChange(before: Rulebook, after: Rulebook, plan: ReplayedPlan): EditionChange | null {
  const difference = replayPlan(before, after, plan);
  const items = itemsChange(guidelineIn(before, plan), guidelineIn(after, plan));
  if (difference === null && items === null) return null;
  return { ...(difference ?? { routing: null, added: [], removed: [] }), items };
}

const guidelineIn = (rulebook: Rulebook, { answers, on }: ReplayedPlan): Guideline | undefined =>
  rulebook.guidelines.get(guidelineIdOf(readPlanOn(rulebook, answers, on).routing) ?? "");

/** 指針そのものが替わるときは、提出先の違いが言う。 */
function itemsChange(before: Guideline | undefined, after: Guideline | undefined): ItemsChange | null {
  if (before === undefined || after === undefined || before.id !== after.id) return null;
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const kept = [...fresh.keys()].filter((id) => old.has(id));
  const change = {
    guideline: after.name,
    added: [...fresh].flatMap(([id, words]) => (old.has(id) ? [] : [words])),
    removed: [...old].flatMap(([id, words]) => (fresh.has(id) ? [] : [words])),
    reworded: kept.flatMap((id) => {
      const [from = "", to = ""] = [old.get(id), fresh.get(id)];
      return from === to ? [] : [{ before: from, after: to }];
    }),
    reordered: [...old.keys()].filter((id) => fresh.has(id)).some((id, at) => id !== kept[at]),
  };
  const nothing = change.added.length + change.removed.length + change.reworded.length === 0;
  return nothing && !change.reordered ? null : change;
}

/** 公表の順の、項目の番号と名前。 */
const wordsOf = (guideline: Guideline): ReadonlyMap<string, string> =>
  new Map(
    itemsInOfficialOrder(guideline).map(({ id, printedCode, label }) => [
      id,
      [printedCode, label].filter((part) => part !== null && part !== "").join(" "),
    ]),
  );
