import { Button } from "#app/ui/primitives/Button.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";

/** 比べる前の版を選ぶ。 */
export const DiffBase = ({
  options,
  value,
}: {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
}) => (
  <form method="get" className="mb-6 flex flex-wrap items-end gap-3 rounded-12 bg-solid-gray-50 p-4">
    <Select
      id="before"
      name="before"
      label="比べる版"
      dense
      options={options}
      emptyLabel={null}
      defaultValue={value}
    />
    <Button variant="secondary" size="small">
      この版と比べる
    </Button>
  </form>
);
