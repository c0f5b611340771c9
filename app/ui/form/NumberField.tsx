import { useState } from "react";
import type { FieldSpec } from "#app/domain/plan/field.ts";
import { isConverted, type NumberUnit } from "#app/domain/text/number-input.ts";
import { NumberInput, type NumberInputProps } from "../primitives/NumberInput.tsx";

/**
 * 数の欄。「12億円」のように欄と違う単位で打たれた数は、読み取った数を欄の後ろに示して確かめてもらう。
 */
export function NumberField({
  spec,
  ...input
}: Omit<NumberInputProps, "unit" | "onChange"> & { readonly spec: FieldSpec }) {
  const [reading, setReading] = useState(() => readingOf(spec, input.defaultValue ?? ""));
  return (
    <NumberInput
      {...input}
      unit={spec.unit}
      note={reading}
      width={input.width ?? "md"}
      onChange={({ currentTarget }) => setReading(readingOf(spec, currentTarget.value))}
    />
  );
}

/** 直して読んだ数。そのまま読めた数と、読めない入力では undefined。 */
function readingOf(spec: FieldSpec, raw: string): string | undefined {
  if (spec.unit === undefined || !isConverted(raw, spec.unit as NumberUnit)) return undefined;
  const read = spec.parse(raw);
  return read.ok ? `${spec.format(read.value)}${spec.unit}と読みます` : undefined;
}
