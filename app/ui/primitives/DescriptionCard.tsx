import type { ReactNode } from "react";

export type DescriptionCardProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** 見出しの右に置く札や操作。 */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly headingLevel?: 2 | 3 | undefined;
  readonly id?: string | undefined;
};

/** 一まとまりの内容を囲む枠。 */
export function DescriptionCard({
  title,
  children,
  aside,
  actions,
  headingLevel = 2,
  id,
}: DescriptionCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      id={id}
      className="mb-6 break-inside-avoid rounded-12 border border-solid-gray-300 bg-white p-4 sm:p-5"
    >
      <div className="mb-2 flex flex-wrap items-start justify-between gap-2">
        <Heading className="text-std-18B-160">{title}</Heading>
        {aside}
      </div>
      <div className="text-std-16N-170">{children}</div>
      {actions !== undefined && (
        <div className="print-hidden mt-4 flex flex-col gap-3 sm:flex-row sm:flex-wrap">{actions}</div>
      )}
    </section>
  );
}
