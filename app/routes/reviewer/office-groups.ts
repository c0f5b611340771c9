/** 局を選ぶ欄の、省庁ごとの選択肢。 */
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import type { SelectOptionGroup } from "#app/ui/primitives/Select.tsx";

/** @param own 除く局（いま申請がある局） */
export function officeGroups(offices: Rulebook["offices"], own: string | null): readonly SelectOptionGroup[] {
  const others = [...offices.values()].filter(({ code }) => code !== own);
  return [...Map.groupBy(others, ({ ministry }) => ministry)].map(([label, grouped]) => ({
    label,
    options: grouped.map(({ code, name }) => ({ value: code, label: name })),
  }));
}
