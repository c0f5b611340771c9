import { classNames } from "../class-names.ts";
import type { FieldWidth } from "./field-props.ts";

const widths: Readonly<Record<FieldWidth, string>> = {
  xs: "w-24 max-w-full",
  sm: "w-44 max-w-full",
  md: "w-80 max-w-full",
  lg: "w-[36rem] max-w-full",
  full: "w-full",
};

/** 一行入力、選択、複数行入力が共有する見た目。誤りの見た目は aria-invalid に付く。 */
export function controlLook(look: { width: FieldWidth; dense: boolean }): string | undefined {
  return classNames(
    "control",
    look.dense ? "min-h-9 py-1 sm:text-dns-14N-130 pointer-coarse:min-h-11" : "min-h-12 py-2",
    widths[look.width],
  );
}
