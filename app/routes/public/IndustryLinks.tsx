import { classNames } from "#app/ui/class-names.ts";
import type { IndustryLink } from "./browse-industries.server.ts";

/** 業種の並び。押す幅を広くとる。 */
export function IndustryLinks({
  industries,
  columns,
}: {
  readonly industries: readonly IndustryLink[];
  readonly columns: 1 | 2;
}) {
  return (
    <ul className={classNames(columns === 2 && "sm:columns-2 sm:gap-x-8")}>
      {industries.map(({ code, name, within, href }) => (
        <li key={code} className="break-inside-avoid border-b border-solid-gray-200">
          <a href={href} className="link flex min-h-11 items-center gap-3 py-1.5">
            <span className="w-10 shrink-0 tabular-nums">{code}</span>
            <span className="min-w-0">
              {name}
              {within !== null && (
                <span className="block text-dns-14N-130 text-solid-gray-700">{within}</span>
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
