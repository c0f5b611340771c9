import { IndustryLinks } from "./IndustryLinks.tsx";
import type { BrowsedIndustries } from "./browse-industries.server.ts";

/** 大分類から細分類までを、リンクだけでたどる。 */
export function IndustryBrowser({
  browsed,
  open,
}: {
  readonly browsed: BrowsedIndustries;
  readonly open: boolean;
}) {
  return (
    <details open={open} className="mt-8">
      <summary className="py-2">
        <h2 className="inline text-std-22B-150">分類から業種を選ぶ</h2>
      </summary>
      <p className="mb-3 text-dns-16N-130 leading-150 text-solid-gray-700">{browsed.table}</p>
      {browsed.path.length > 1 && (
        <nav aria-label="たどってきた分類" className="mb-3">
          <ol className="flex flex-wrap gap-x-2 text-dns-16N-130">
            {browsed.path.map(({ label, href }) => (
              <li key={label} className="inline-flex min-h-9 items-center gap-2">
                {href === undefined ? (
                  <span aria-current="true" className="font-700">
                    {label}
                  </span>
                ) : (
                  <>
                    <a className="link" href={href}>
                      {label}
                    </a>
                    <span aria-hidden="true">＞</span>
                  </>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h3 className="mb-1 text-std-18B-160">{browsed.level}を選んでください</h3>
      <IndustryLinks industries={browsed.industries} columns={2} />
    </details>
  );
}
