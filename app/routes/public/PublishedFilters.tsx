import { Button } from "#app/ui/primitives/Button.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import type { PublishedView } from "./published-view.server.ts";

/** 省庁、都道府県、大分類での絞込み。条件は URL にある。 */
export function PublishedFilters({ view }: { readonly view: PublishedView }) {
  const field = (name: keyof PublishedView["choice"]) => ({
    id: name,
    name,
    dense: true,
    emptyLabel: "すべて",
    width: "full" as const,
    defaultValue: view.choice[name],
  });
  return (
    <form
      method="get"
      action={view.path}
      aria-label="絞込み"
      className="print-hidden mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[1fr_1fr_1fr_auto]"
    >
      <Select {...field("ministry")} label="主務大臣の省庁" options={view.ministries} />
      <Select {...field("prefecture")} label="都道府県" options={view.prefectures} />
      <Select {...field("division")} label="業種（大分類）" options={view.divisions} />
      <Button>絞り込む</Button>
    </form>
  );
}
