import type { ReactNode } from "react";

/** 区画の中の、欄のひとまとまり。 */
export function FieldSection({
  id,
  title,
  children,
}: {
  /** 画面で一意の id。 */
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-10 mb-8">
      <h2 id={id} className="mb-5 border-b border-solid-gray-420 pb-1.5 text-std-20B-150">
        {title}
      </h2>
      {children}
    </section>
  );
}
