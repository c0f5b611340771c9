import type { ReactNode } from "react";

/** ボタンの並び。狭い画面では縦に積む。 */
export function ButtonGroup({ children }: { readonly children: ReactNode }) {
  return (
    <div className="print-hidden mt-6 flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center sm:gap-4">
      {children}
    </div>
  );
}
