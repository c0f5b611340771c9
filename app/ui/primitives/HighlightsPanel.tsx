import type { ReactNode } from "react";

export type Highlight = { readonly label: string; readonly value: ReactNode };

/** 案件の要点を横に並べる。記録の画面の最上部に置く。 */
export function HighlightsPanel({ items }: { readonly items: readonly Highlight[] }) {
  return (
    <dl className="mb-4 grid grid-cols-2 gap-x-6 gap-y-3 rounded-12 border border-solid-gray-300 bg-solid-gray-50 px-4 py-3 sm:grid-cols-3 lg:flex lg:flex-wrap lg:gap-x-10">
      {items.map((item) => (
        <div key={item.label} className="min-w-0">
          <dt className="text-dns-14N-130 text-solid-gray-700">{item.label}</dt>
          <dd className="mt-0.5 text-dns-16B-130 tabular-nums">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
