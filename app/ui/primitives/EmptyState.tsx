import type { ReactNode } from "react";

export type EmptyStateProps = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** まだ何も無いとき、次にできることを伝える。 */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-12 border border-dashed border-solid-gray-536 bg-solid-gray-50 px-4 py-8 text-center">
      <p className="text-std-17B-170">{title}</p>
      {children !== undefined && <div className="mt-1 text-std-16N-170 text-solid-gray-700">{children}</div>}
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  );
}
