import { useState } from "react";
import type { RowsSpec } from "#app/domain/plan/field.ts";
import { columnHelpId } from "./row-look.ts";

/** 列の説明と記入例を、行の外に一度だけ置く。欄は aria-describedby でここを指す。 */
export function ColumnHelp({
  name,
  spec,
  few,
}: {
  readonly name: string;
  readonly spec: RowsSpec;
  /** 行がまだ少ない。説明を開いておく。 */
  readonly few: boolean;
}) {
  const [open] = useState(few);
  return (
    <details open={open} className="mt-3 rounded-8 border border-solid-gray-300 bg-solid-gray-50 px-4 py-2">
      <summary className="cursor-pointer py-1 text-std-16B-170">欄の説明と記入例</summary>
      <dl className="mt-1 grid gap-x-8 gap-y-2 pb-2 text-dns-14N-130 leading-150 sm:grid-cols-2">
        {Object.entries(spec.fields).map(([column, { label, unit, help, example }]) => (
          <div key={column}>
            <dt className="font-700">
              {label}
              {unit !== undefined && `（${unit}）`}
            </dt>
            <dd id={columnHelpId(name, column)} className="text-solid-gray-700">
              {help}
              {example !== undefined && <span className="block">例：{example}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
