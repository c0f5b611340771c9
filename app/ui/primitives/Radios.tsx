import type { ChangeEventHandler } from "react";
import { Choice } from "./Choice.tsx";
import { FieldGroup } from "./FieldGroup.tsx";
import type { FieldOption, FieldProps } from "./field-props.ts";

export type RadiosProps = Omit<FieldProps, "readOnly"> & {
  readonly options: readonly FieldOption[];
  readonly defaultValue?: string | undefined;
  /** 「はい・いいえ」など短い選択肢を横に並べる。 */
  readonly inline?: boolean | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
};

/** 一つを選ぶ。最初の選択肢の id は欄の id と同じで、誤りの一覧から飛べる。 */
export function Radios({
  options,
  defaultValue,
  inline = false,
  onChange,
  name,
  form,
  ...field
}: RadiosProps) {
  const invalid = (field.errors?.length ?? 0) > 0;
  return (
    <FieldGroup {...field} role="radiogroup">
      <div className={inline ? "flex flex-wrap gap-x-8" : undefined}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="radio"
            id={index === 0 ? field.id : `${field.id}-${index + 1}`}
            name={name}
            form={form}
            option={option}
            defaultChecked={option.value === defaultValue}
            invalid={invalid}
            onChange={onChange}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
