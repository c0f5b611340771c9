import type { ReactNode } from "react";
import { FieldErrors } from "./FieldErrors.tsx";
import { describedBy, type FieldProps } from "./field-props.ts";
import { RequirementTag } from "./RequirementTag.tsx";

/** 欄の要素にそのまま渡す属性。見出し、説明、誤りとの結び付きはここでだけ決まる。 */
export type ControlAttributes = {
  readonly id: string;
  readonly name: string;
  readonly disabled?: boolean | undefined;
  readonly form?: string | undefined;
  readonly "aria-required"?: true | undefined;
  readonly "aria-invalid"?: true | undefined;
  readonly "aria-describedby"?: string | undefined;
};

export type FieldFrameProps = FieldProps & {
  /** 欄の後ろの単位や文字数など、説明に加える要素の id。 */
  readonly alsoDescribedBy?: string | undefined;
  readonly children: (control: ControlAttributes) => ReactNode;
};

/**
 * 一つの欄の枠。見出し、必須・任意、説明、記入例、誤りを欄に結び付ける。
 * 途中でも保存できるように、ブラウザーの required は使わず aria-required で伝える。
 */
export function Field({ children, alsoDescribedBy, ...field }: FieldFrameProps) {
  const invalid = (field.errors?.length ?? 0) > 0;
  return (
    <div className={field.dense === true ? "min-w-0" : "mb-6 min-w-0"}>
      <div
        className={
          field.labelHidden === true ? "sr-only" : "mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1"
        }
      >
        <label htmlFor={field.id} className={field.dense === true ? "text-dns-14B-130" : "text-std-17B-170"}>
          {field.label}
        </label>
        <RequirementTag required={field.required} />
      </div>
      <FieldHelp id={field.id} help={field.help} example={field.example} />
      {children({
        id: field.id,
        name: field.name,
        disabled: field.disabled,
        form: field.form,
        "aria-required": field.required === true ? true : undefined,
        "aria-invalid": invalid ? true : undefined,
        "aria-describedby": describedBy(field, alsoDescribedBy),
      })}
      <FieldErrors id={`${field.id}-error`} errors={field.errors} />
      {field.below}
    </div>
  );
}

/** 説明と記入例。 */
export function FieldHelp({ id, help, example }: Pick<FieldProps, "id" | "help" | "example">) {
  return (
    <>
      {help !== undefined && (
        <p
          id={`${id}-help`}
          className="mb-1.5 max-w-[42rem] text-dns-16N-130 leading-150 whitespace-pre-line text-solid-gray-700"
        >
          {help}
        </p>
      )}
      {example !== undefined && (
        <p
          id={`${id}-example`}
          className="mb-1.5 max-w-[42rem] text-dns-16N-130 leading-150 text-solid-gray-700"
        >
          例：{example}
        </p>
      )}
    </>
  );
}
