import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";

/** 頁の移動。 */
export function TablePages({
  pages,
}: {
  readonly pages: {
    readonly page: number;
    readonly of: number;
    readonly previousHref: string | null;
    readonly nextHref: string | null;
  };
}) {
  if (pages.of <= 1) return null;
  return (
    <nav
      aria-label="ページ送り"
      className="print-hidden mt-4 flex flex-wrap items-center justify-between gap-3"
    >
      <p className="text-dns-16N-130 tabular-nums">
        {pages.page}／{pages.of}頁
      </p>
      <div className="flex flex-wrap gap-3">
        {pages.previousHref !== null && (
          <ButtonLink href={pages.previousHref} variant="secondary" size="small">
            前の頁
          </ButtonLink>
        )}
        {pages.nextHref !== null && (
          <ButtonLink href={pages.nextHref} variant="secondary" size="small">
            次の頁
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
