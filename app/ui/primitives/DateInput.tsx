import { Input, type InputProps } from "./Input.tsx";

export type DateInputProps = Omit<InputProps, "type" | "align" | "inputMode" | "unit">;

/** 年月日の欄。西暦でも和暦でも打てる一つの文字欄で、読み取りは domain/calendar が行う。 */
export function DateInput({
  example = "2026年4月1日、令和8年4月1日、2026-04-01",
  width = "md",
  ...input
}: DateInputProps) {
  return <Input {...input} width={width} example={example} autoComplete={input.autoComplete ?? "off"} />;
}
