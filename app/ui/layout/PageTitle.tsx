import type { ReactNode } from "react";

export type PageTitleProps = {
  readonly title: string;
  /** 題の上に小さく置く言葉（様式の番号、受付番号など）。 */
  readonly caption?: ReactNode;
  /** 題の横に置く札。 */
  readonly tag?: ReactNode;
  /** 題の下に続く導入の文。 */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
};

/** 画面に一つの h1。 */
export function PageTitle({ title, caption, tag, lead, actions }: PageTitleProps) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {caption !== undefined && <p className="text-dns-16N-130 text-solid-gray-700">{caption}</p>}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-std-24B-150 sm:text-std-28B-150">{title}</h1>
          {tag}
        </div>
        {lead !== undefined && <div className="mt-2 max-w-[46rem] text-std-16N-170">{lead}</div>}
      </div>
      {actions !== undefined && (
        <div className="print-hidden flex flex-wrap gap-3 max-sm:w-full">{actions}</div>
      )}
    </div>
  );
}
