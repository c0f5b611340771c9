import { Checkboxes } from "../primitives/Checkboxes.tsx";
import { FieldGroup } from "../primitives/FieldGroup.tsx";
import { Input } from "../primitives/Input.tsx";
import { Select } from "../primitives/Select.tsx";
import { Textarea } from "../primitives/Textarea.tsx";
import type { CellField } from "./row-panel.ts";

/** 並べて選ぶ欄に、いつも空けておく数。 */
const SPARE_PLACES = 2;

/** 表の一つの欄。書き方の種類ごとに、入力欄を選ぶ。 */
export function CellInput({
  id,
  name,
  field,
}: {
  readonly id: string;
  readonly name: string;
  readonly field: CellField;
}) {
  const { input, value, options } = field;
  const common = {
    id,
    name,
    label: field.label,
    help: field.help ?? undefined,
    errors: field.errors,
    dense: true,
  };
  switch (input.kind) {
    case "longText":
      return <Textarea {...common} rows={3} defaultValue={value} />;
    case "number":
      return (
        <Input
          {...common}
          width="sm"
          align="end"
          inputMode="decimal"
          unit={input.unit}
          defaultValue={value}
        />
      );
    case "date":
      return (
        <Input {...common} width="full" help={dateHelp(field.help)} autoComplete="off" defaultValue={value} />
      );
    case "choice":
      return (
        <Select
          {...common}
          width="full"
          options={options}
          emptyLabel={"" in input.options ? null : undefined}
          defaultValue={value}
        />
      );
    case "reference":
      return <Select {...common} width="full" options={options} emptyLabel="（なし）" defaultValue={value} />;
    case "references":
      return input.ordered ? (
        <OrderedChoices id={id} name={name} field={field} values={valuesOf(value, input.separator)} />
      ) : (
        <Checkboxes {...common} inline options={options} defaultValue={valuesOf(value, input.separator)} />
      );
    case "list":
      return input.options === undefined ? (
        <Input {...common} width="full" defaultValue={value} />
      ) : (
        <Checkboxes
          {...common}
          inline
          options={Object.entries(input.options).map(([one, label]) => ({ value: one, label }))}
          defaultValue={valuesOf(value, "|")}
        />
      );
    case "text":
    case "identifier":
    case "order":
      return <Input {...common} width="full" autoComplete="off" defaultValue={value} />;
  }
}

const valuesOf = (value: string, separator: string): readonly string[] =>
  value === "" ? [] : value.split(separator);

const dateHelp = (help: string | null): string => `${help ?? ""}例：令和8年4月1日、2026-04-01`;

/** 並びに意味のある一覧。前から順に選び、空けた所は詰める。 */
function OrderedChoices({
  id,
  name,
  field,
  values,
}: {
  readonly id: string;
  readonly name: string;
  readonly field: CellField;
  readonly values: readonly string[];
}) {
  const places = [...values, ...Array.from({ length: SPARE_PLACES }, () => "")];
  return (
    <FieldGroup id={id} label={field.label} help={field.help ?? undefined} errors={field.errors} dense>
      <div className="space-y-1.5">
        {places.map((value, index) => (
          <Select
            key={index}
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            label={`${field.label} ${index + 1}番目`}
            labelHidden
            dense
            width="full"
            options={field.options}
            emptyLabel="（なし）"
            defaultValue={value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
