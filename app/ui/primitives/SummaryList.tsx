import type { ReactNode } from "react";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export type SummaryRow = {
  readonly key: string;
  readonly label: string;
  /** 空文字、null、undefined は「未入力」と示す。 */
  readonly value: ReactNode;
  /** 欄の id（リンク先）。 */
  readonly id?: string | undefined;
  readonly action?: { readonly href: string; readonly label?: string | undefined } | undefined;
  /** 値の下に置く物（指摘、変更前の値など）。 */
  readonly note?: ReactNode;
};

export type SummaryListProps = {
  readonly rows: readonly SummaryRow[];
  readonly emptyText?: string | undefined;
};

/** 見出しと値の一覧。変更のリンクには読み上げ用に見出しを添える。 */
export function SummaryList({ rows, emptyText = "未入力" }: SummaryListProps) {
  return (
    <dl className="border-t border-solid-gray-300">
      {rows.map((row) => (
        <div
          key={row.key}
          id={row.id}
          className="border-b border-solid-gray-300 py-2.5 target:bg-yellow-50 sm:grid sm:grid-cols-[minmax(9rem,30%)_1fr] sm:gap-4"
        >
          <dt className="text-dns-16B-130 leading-150 text-solid-gray-800">{row.label}</dt>
          <dd className="min-w-0 text-dns-16N-130 leading-150">
            <div className="flex items-start justify-between gap-4">
              <div className="min-w-0 whitespace-pre-line">
                {isEmpty(row.value) ? <span className="text-solid-gray-700">{emptyText}</span> : row.value}
              </div>
              {row.action !== undefined && (
                <a
                  href={row.action.href}
                  className="link print-hidden inline-block min-h-6 shrink-0 pointer-coarse:py-2.5"
                >
                  {row.action.label ?? "変更"}
                  <VisuallyHidden>（{row.label}）</VisuallyHidden>
                </a>
              )}
            </div>
            {row.note !== undefined && row.note !== null && <div className="mt-2">{row.note}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === "" || value === null || value === undefined;
}
