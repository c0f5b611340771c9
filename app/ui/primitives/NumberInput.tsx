import { Input, type InputProps } from "./Input.tsx";

export type NumberInputProps = Omit<InputProps, "type" | "align" | "inputMode"> & {
  /** 小数を打てるか。数字の鍵盤の種類だけが変わり、検査は domain が行う。 */
  readonly decimal?: boolean | undefined;
};

/**
 * 数値の欄。打たれた文字（全角、桁区切りの「,」、負号）を失わないよう、type="number" は使わない。
 */
export function NumberInput({
  decimal = false,
  width = "sm",
  autoComplete = "off",
  ...input
}: NumberInputProps) {
  return (
    <Input
      {...input}
      width={width}
      autoComplete={autoComplete}
      align="end"
      inputMode={decimal ? "decimal" : "numeric"}
    />
  );
}
