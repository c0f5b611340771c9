import { Button } from "#app/ui/primitives/Button.tsx";
import { Checkbox } from "#app/ui/primitives/Checkbox.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import { Select, type SelectOptionGroup } from "#app/ui/primitives/Select.tsx";

export type ChecklistRowsProps = {
  readonly rows: readonly {
    readonly id: string;
    readonly text: string;
    readonly target: string;
    readonly required: boolean;
  }[];
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly targets: readonly SelectOptionGroup[];
};

/** 確認の項目を書く行の並び。上下のボタンは、保存せずに順だけを変える。 */
export function ChecklistRows({ rows, errors, targets }: ChecklistRowsProps) {
  return rows.map((row, index) => {
    const id = (name: string) => `${name}-${index}`;
    const label = `項目${index + 1}`;
    return (
      <fieldset
        key={`${id("row")}/${row.id}/${row.text}`}
        className="mb-4 rounded-12 border border-solid-gray-300 px-4 pt-3 pb-4"
      >
        <legend className="px-1 text-std-17B-170">{label}</legend>
        <input type="hidden" name={id("id")} value={row.id} />
        <div className="flex flex-col gap-3">
          <Input
            id={id("text")}
            name={id("text")}
            label="確かめること"
            defaultValue={row.text}
            errors={errors[id("text")]}
            width="full"
            dense
          />
          <Select
            id={id("target")}
            name={id("target")}
            label="様式の欄"
            options={targets}
            emptyLabel="欄に結び付けない"
            defaultValue={row.target}
            errors={errors[id("target")]}
            width="full"
            dense
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Checkbox
              id={id("required")}
              name={id("required")}
              label="必ず確認する"
              defaultChecked={row.required}
            />
            <p className="flex flex-wrap gap-2">
              <RowButton label={label} word="上へ" intent={id("up")} />
              <RowButton label={label} word="下へ" intent={id("down")} />
              <RowButton label={label} word="外す" intent={id("remove")} />
            </p>
          </div>
        </div>
      </fieldset>
    );
  });
}

function RowButton(props: { readonly label: string; readonly word: string; readonly intent: string }) {
  const { label, word, intent } = props;
  return (
    <Button variant="tertiary" size="small" name="intent" value={intent}>
      <VisuallyHidden>{label}を</VisuallyHidden>
      {word}
    </Button>
  );
}
