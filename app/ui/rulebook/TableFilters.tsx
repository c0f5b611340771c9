import { Button } from "../primitives/Button.tsx";
import { ButtonLink } from "../primitives/ButtonLink.tsx";
import type { FieldOption } from "../primitives/field-props.ts";
import { Input } from "../primitives/Input.tsx";
import { Select } from "../primitives/Select.tsx";

export type TableFilterValues = {
  readonly words: string;
  readonly only: string;
  readonly columns: readonly {
    readonly column: string;
    readonly label: string;
    readonly value: string;
    readonly options: readonly FieldOption[];
  }[];
  /** 絞り込みで変えない値（並べ替え、画面に欄のない絞り込みなど）。 */
  readonly kept: readonly (readonly [string, string])[];
  readonly clearHref: string | null;
};

/** 表の絞り込み。GET なので、絞り込んだ表のアドレスをそのまま渡せる。 */
export function TableFilters({ filters }: { readonly filters: TableFilterValues }) {
  return (
    <search className="mb-4 block rounded-12 bg-solid-gray-50 p-4">
      <form method="get" className="flex flex-wrap items-end gap-3">
        {filters.kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Input
          id="filter-words"
          name="q"
          type="search"
          label="言葉で探す"
          dense
          width="sm"
          defaultValue={filters.words}
        />
        {filters.columns.map(({ column, label, value, options }) => (
          <Select
            key={column}
            id={`filter-${column}`}
            name={`f.${column}`}
            label={label}
            dense
            width="sm"
            options={options}
            emptyLabel="すべて"
            defaultValue={value}
          />
        ))}
        <Select
          id="filter-only"
          name="only"
          label="行の種類"
          dense
          width="sm"
          options={[
            { value: "unconfirmed", label: "確かでない決まりだけ" },
            { value: "changed", label: "この版で変えた行だけ" },
          ]}
          emptyLabel="すべて"
          defaultValue={filters.only === "all" ? "" : filters.only}
        />
        <Button variant="secondary" size="small">
          絞り込む
        </Button>
        {filters.clearHref !== null && (
          <ButtonLink href={filters.clearHref} variant="tertiary" size="small">
            絞り込みをやめる
          </ButtonLink>
        )}
      </form>
    </search>
  );
}
