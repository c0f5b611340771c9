import type { ChangeEventHandler } from "react";
import { useKeptValue } from "../kept-value.ts";
import { controlLook } from "./control-look.ts";
import { Field } from "./Field.tsx";
import type { FieldOption, FieldProps, FieldWidth } from "./field-props.ts";

export type SelectOptionGroup = { readonly label: string; readonly options: readonly FieldOption[] };

export type SelectProps = Omit<FieldProps, "readOnly"> & {
  readonly options: readonly (FieldOption | SelectOptionGroup)[];
  readonly defaultValue?: string | undefined;
  /** 値のない先頭の選択肢。null なら置かない。 */
  readonly emptyLabel?: string | null | undefined;
  readonly width?: FieldWidth | undefined;
  readonly autoComplete?: string | undefined;
  readonly onChange?: ChangeEventHandler<HTMLSelectElement> | undefined;
};

/** 一つを選ぶ欄。選択肢が 6 個以下なら Radios を使う。 */
export function Select({
  options,
  defaultValue,
  emptyLabel = "選択してください",
  width = "md",
  autoComplete,
  onChange,
  ...field
}: SelectProps) {
  const { ref } = useKeptValue(field.id);
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          ref={ref}
          className={controlLook({
            width,
            dense: field.dense === true,
          })}
          defaultValue={defaultValue}
          autoComplete={autoComplete}
          onChange={onChange}
        >
          {emptyLabel !== null && <option value="">{emptyLabel}</option>}
          {options.map((entry) =>
            "options" in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map((option) => (
                  <SelectOption key={option.value} option={option} />
                ))}
              </optgroup>
            ) : (
              <SelectOption key={entry.value} option={entry} />
            ),
          )}
        </select>
      )}
    </Field>
  );
}

function SelectOption({ option }: { readonly option: FieldOption }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
