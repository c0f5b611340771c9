import { listColumns, listGroups, listSorts, usualColumns } from "#app/domain/worklist/list-columns.ts";
import { Checkboxes } from "#app/ui/primitives/Checkboxes.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import type { WorkListView } from "./work-list-view.server.ts";

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** 並べ替え、件数のまとめ、列。 */
export function Arrangement({ view: { query } }: { readonly view: WorkListView }) {
  return (
    <>
      <div className="mb-6 grid gap-x-6 gap-y-4 sm:grid-cols-3">
        <Select
          id="list-sort"
          name="sort"
          label="並べ替え"
          dense
          emptyLabel={null}
          options={optionsOf(listSorts)}
          defaultValue={query.sort ?? "filed"}
        />
        <Select
          id="list-order"
          name="order"
          label="向き"
          dense
          emptyLabel="ふつう"
          options={[
            { value: "asc", label: "小さい方・古い方から" },
            { value: "desc", label: "大きい方・新しい方から" },
          ]}
          defaultValue={query.order ?? ""}
        />
        <Select
          id="list-group"
          name="group"
          label="件数のまとめ"
          dense
          emptyLabel="まとめない"
          options={optionsOf(listGroups)}
          defaultValue={query.group ?? ""}
        />
      </div>
      <Checkboxes
        id="list-columns"
        name="columns"
        label="列"
        inline
        options={optionsOf(listColumns)}
        defaultValue={query.columns.length === 0 ? usualColumns : query.columns}
      />
    </>
  );
}
