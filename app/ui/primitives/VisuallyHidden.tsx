import type { ReactNode } from "react";

/** 画面には出さず、読み上げだけに渡す言葉。 */
export function VisuallyHidden({
  id,
  children,
}: {
  readonly id?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span id={id} className="sr-only">
      {children}
    </span>
  );
}
