import type { ChangeEventHandler } from "react";
import { Choice } from "./Choice.tsx";
import { FieldGroup } from "./FieldGroup.tsx";
import type { FieldOption, FieldProps } from "./field-props.ts";

export type CheckboxesProps = Omit<FieldProps, "readOnly"> & {
  readonly options: readonly FieldOption[];
  readonly defaultValue?: readonly string[] | undefined;
  readonly inline?: boolean | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
};

/** 当てはまる物をすべて選ぶ。同じ name で選んだ数だけ送られる。 */
export function Checkboxes({
  options,
  defaultValue = [],
  inline = false,
  onChange,
  name,
  form,
  ...field
}: CheckboxesProps) {
  const invalid = (field.errors?.length ?? 0) > 0;
  return (
    <FieldGroup {...field}>
      <div className={inline ? "flex flex-wrap gap-x-8" : undefined}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="checkbox"
            id={index === 0 ? field.id : `${field.id}-${index + 1}`}
            name={name}
            form={form}
            option={option}
            defaultChecked={defaultValue.includes(option.value)}
            invalid={invalid}
            onChange={onChange}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
