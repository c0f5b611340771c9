import { Input, type InputProps } from "./Input.tsx";

export type MonthInputProps = Omit<InputProps, "type" | "align" | "inputMode" | "unit">;

/** 年月の欄。西暦でも和暦でも打てる一つの文字欄で、読み取りは domain/calendar が行う。 */
export function MonthInput({
  example = "2026年4月、令和8年4月、2026-04",
  width = "md",
  ...input
}: MonthInputProps) {
  return <Input {...input} width={width} example={example} autoComplete={input.autoComplete ?? "off"} />;
}
