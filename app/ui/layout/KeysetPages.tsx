import { ButtonLink } from "../primitives/ButtonLink.tsx";

export type KeysetPagesProps = {
  /** はじめのページ。いま開いていれば null。 */
  readonly firstHref: string | null;
  /** 次のページ。無ければ null。 */
  readonly nextHref: string | null;
  readonly nextLabel: string;
  readonly summary: string;
};

/** 鍵で送るページの移動。ページの番号はない（途中に行が増えても、ずれたり抜けたりしない）。 */
export function KeysetPages({ firstHref, nextHref, nextLabel, summary }: KeysetPagesProps) {
  return (
    <nav
      aria-label="ページ送り"
      className="print-hidden mt-4 flex flex-wrap items-center justify-between gap-3"
    >
      <p className="text-dns-16N-130 tabular-nums">{summary}</p>
      <div className="flex flex-wrap gap-3">
        {firstHref !== null && (
          <ButtonLink href={firstHref} variant="secondary" size="small">
            はじめのページ
          </ButtonLink>
        )}
        {nextHref !== null && (
          <ButtonLink href={nextHref} variant="secondary" size="small">
            {nextLabel}
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
