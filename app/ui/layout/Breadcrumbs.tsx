export type Crumb = {
  readonly label: string;
  /** 最後の項目（今の画面）では省く。 */
  readonly href?: string | undefined;
};

/** 今の画面までの道筋。最後が今の画面。 */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  return (
    <nav aria-label="現在位置" className="mb-4">
      <ol className="flex flex-wrap items-center gap-x-2 text-dns-14N-130">
        {items.map((item, index) => {
          const last = index === items.length - 1;
          return (
            <li key={`${item.href ?? ""}${item.label}`} className="flex items-center gap-2">
              {item.href === undefined || last ? (
                <span aria-current={last ? "page" : undefined} className="text-solid-gray-700">
                  {item.label}
                </span>
              ) : (
                <a href={item.href} className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11">
                  {item.label}
                </a>
              )}
              {!last && (
                <span aria-hidden="true" className="text-solid-gray-600">
                  ＞
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
