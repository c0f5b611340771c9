import type { ChangeEventHandler } from "react";
import { controlLook } from "./control-look.ts";
import { Field } from "./Field.tsx";
import type { FieldProps, FieldWidth } from "./field-props.ts";

export type InputProps = FieldProps & {
  readonly defaultValue?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "search" | "url" | undefined;
  readonly unit?: string | undefined;
  /** 欄の下に添える短い言葉。 */
  readonly note?: string | undefined;
  readonly width?: FieldWidth | undefined;
  readonly maxLength?: number | undefined;
  readonly autoComplete?: string | undefined;
  /** 候補の一覧（datalist）の id。 */
  readonly list?: string | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | "tel" | "email" | "search" | "url" | undefined;
  /** 数字の欄は end（右寄せ、桁をそろえる）。 */
  readonly align?: "start" | "end" | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
};

/** 一行の入力欄。 */
export function Input({
  defaultValue,
  type = "text",
  unit,
  note,
  width = "lg",
  maxLength,
  autoComplete,
  list,
  inputMode,
  align = "start",
  onChange,
  ...field
}: InputProps) {
  const unitId = unit === undefined ? undefined : `${field.id}-unit`;
  const look = controlLook({ width, dense: field.dense === true });
  const noteId = note === undefined ? undefined : `${field.id}-note`;
  const describing = [unitId, noteId].filter((id) => id !== undefined).join(" ");
  return (
    <Field {...field} alsoDescribedBy={describing === "" ? undefined : describing}>
      {(control) => (
        <>
          <span className="flex items-center gap-2">
            <input
              {...control}
              className={align === "end" ? `${look} text-right tabular-nums` : look}
              type={type}
              defaultValue={defaultValue}
              readOnly={field.readOnly}
              maxLength={maxLength}
              autoComplete={autoComplete}
              list={list}
              inputMode={inputMode}
              onChange={onChange}
            />
            {unit !== undefined && (
              <span id={unitId} className="shrink-0 text-std-16N-170">
                {unit}
              </span>
            )}
          </span>
          {note !== undefined && (
            <span id={noteId} className="mt-1 block text-dns-16N-130 leading-150 text-solid-gray-700">
              {note}
            </span>
          )}
        </>
      )}
    </Field>
  );
}
