import type { ReactNode } from "react";
import { FieldErrors } from "./FieldErrors.tsx";
import { FieldHelp } from "./Field.tsx";
import { describedBy, type FieldProps } from "./field-props.ts";
import { RequirementTag } from "./RequirementTag.tsx";

export type FieldGroupProps = Omit<FieldProps, "name" | "readOnly" | "form"> & {
  readonly role?: "radiogroup" | undefined;
  readonly children: ReactNode;
};

/** 複数の欄で一つの問いに答える物の枠（選択肢、年と月など）。 */
export function FieldGroup({ children, role, ...field }: FieldGroupProps) {
  const invalid = (field.errors?.length ?? 0) > 0;
  const radios = role === "radiogroup";
  return (
    <fieldset
      className={field.dense === true ? "min-w-0" : "mb-6 min-w-0"}
      role={role}
      disabled={field.disabled}
      aria-required={radios && field.required === true ? true : undefined}
      aria-invalid={radios && invalid ? true : undefined}
      aria-describedby={describedBy(field)}
    >
      <legend
        className={
          field.labelHidden === true ? "sr-only" : "mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1"
        }
      >
        <span className={field.dense === true ? "text-dns-14B-130" : "text-std-17B-170"}>{field.label}</span>
        <RequirementTag required={field.required} />
      </legend>
      <FieldHelp id={field.id} help={field.help} example={field.example} />
      {children}
      <FieldErrors id={`${field.id}-error`} errors={field.errors} />
      {field.below}
    </fieldset>
  );
}
