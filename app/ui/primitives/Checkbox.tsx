import type { ChangeEventHandler } from "react";
import { Choice } from "./Choice.tsx";
import { FieldErrors } from "./FieldErrors.tsx";

export type CheckboxProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly help?: string | undefined;
  readonly defaultChecked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly errors?: readonly string[] | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
};

/** 一つだけの確認（同意など）。選ぶと value（既定 yes）が送られる。 */
export function Checkbox({
  id,
  name,
  label,
  value = "yes",
  help,
  defaultChecked = false,
  disabled,
  errors,
  onChange,
}: CheckboxProps) {
  const invalid = (errors?.length ?? 0) > 0;
  return (
    <div className="mb-6">
      <Choice
        kind="checkbox"
        id={id}
        name={name}
        option={{ value, label, hint: help, disabled }}
        defaultChecked={defaultChecked}
        invalid={invalid}
        describedBy={invalid ? `${id}-error` : undefined}
        onChange={onChange}
      />
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  );
}
