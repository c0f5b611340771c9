import { useState, type ChangeEventHandler } from "react";
import { useHydrated } from "../hydrated.ts";
import { useKeptValue } from "../kept-value.ts";
import { controlLook } from "./control-look.ts";
import { Field } from "./Field.tsx";
import type { FieldProps } from "./field-props.ts";

export type TextareaProps = FieldProps & {
  readonly defaultValue?: string | undefined;
  readonly rows?: number | undefined;
  /** 文字数の目安。超えても打てる（打った物を切り捨てない）。検査は domain が行う。 */
  readonly maxCharacters?: number | undefined;
  readonly autoComplete?: string | undefined;
  readonly onChange?: ChangeEventHandler<HTMLTextAreaElement> | undefined;
};

/** 改行を一文字、サロゲートペアを一文字と数える。 */
function countCharacters(text: string): number {
  return Array.from(text.replaceAll("\r\n", "\n")).length;
}

/** 複数行の入力欄。文字数は JavaScript がなければ読み込み時の数を示す。 */
export function Textarea({
  defaultValue = "",
  rows = 5,
  maxCharacters,
  autoComplete,
  onChange,
  ...field
}: TextareaProps) {
  const { ref, kept } = useKeptValue(field.id);
  const [typed, setTyped] = useState<number>();
  const hydrated = useHydrated();
  const count = typed ?? countCharacters(hydrated ? (kept ?? defaultValue) : defaultValue);
  const countId = maxCharacters === undefined ? undefined : `${field.id}-count`;
  const over = maxCharacters !== undefined && count > maxCharacters;
  return (
    <Field {...field} alsoDescribedBy={countId}>
      {(control) => (
        <>
          <textarea
            {...control}
            ref={ref}
            className={controlLook({
              width: "full",
              dense: field.dense === true,
            })}
            rows={rows}
            defaultValue={defaultValue}
            readOnly={field.readOnly}
            autoComplete={autoComplete}
            onChange={(event) => {
              setTyped(countCharacters(event.currentTarget.value));
              onChange?.(event);
            }}
          />
          {maxCharacters !== undefined && (
            <p
              id={countId}
              className={
                over
                  ? "text-right text-dns-14B-130 text-error-2"
                  : "text-right text-dns-14N-130 text-solid-gray-700"
              }
            >
              {count.toLocaleString("ja-JP")}／{maxCharacters.toLocaleString("ja-JP")}文字
              {over && `（${(count - maxCharacters).toLocaleString("ja-JP")}文字多いです）`}
            </p>
          )}
        </>
      )}
    </Field>
  );
}
