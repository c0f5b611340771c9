import type { ChangeEventHandler } from "react";
import type { FieldOption } from "./field-props.ts";

export type ChoiceProps = {
  readonly kind: "radio" | "checkbox";
  readonly id: string;
  readonly name: string;
  readonly option: FieldOption;
  readonly defaultChecked: boolean;
  readonly invalid: boolean;
  readonly describedBy?: string | undefined;
  readonly form?: string | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
};

/** 選択肢一つ。見出しを押しても選べ、押せる高さは 44px。 */
export function Choice({
  kind,
  id,
  name,
  option,
  defaultChecked,
  invalid,
  describedBy,
  form,
  onChange,
}: ChoiceProps) {
  const hintId = option.hint === undefined ? undefined : `${id}-hint`;
  const description = [describedBy, hintId].filter(Boolean).join(" ");
  return (
    <div className="flex min-h-11 items-start gap-2 py-1.5">
      <input
        className="mt-0.5 size-6 shrink-0 accent-key-900"
        type={kind}
        id={id}
        name={name}
        value={option.value}
        form={form}
        defaultChecked={defaultChecked}
        disabled={option.disabled}
        aria-invalid={invalid && kind === "checkbox" ? true : undefined}
        aria-describedby={description === "" ? undefined : description}
        onChange={onChange}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-std-16N-170">
          {option.label}
        </label>
        {option.hint !== undefined && (
          <p id={hintId} className="text-dns-14N-130 leading-150 text-solid-gray-700">
            {option.hint}
          </p>
        )}
      </div>
    </div>
  );
}
