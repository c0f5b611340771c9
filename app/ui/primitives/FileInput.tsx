import { classNames } from "../class-names.ts";
import { controlLook } from "./control-look.ts";
import { Field } from "./Field.tsx";
import type { FieldProps } from "./field-props.ts";

export type FileInputProps = Omit<FieldProps, "readOnly"> & {
  /** 受け付ける種類（例: ".pdf,image/png"）。検査はサーバーが中身で行う。 */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
};

/** ファイルを選ぶ欄。form は multipart/form-data で送る。 */
export function FileInput({ accept, multiple, ...field }: FileInputProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          multiple={multiple}
          className={classNames(
            "file:mr-3 file:min-h-7 file:rounded-4 file:border file:border-solid-gray-600 file:bg-solid-gray-50 file:px-3",
            controlLook({
              width: "lg",
              dense: field.dense === true,
            }),
          )}
        />
      )}
    </Field>
  );
}
