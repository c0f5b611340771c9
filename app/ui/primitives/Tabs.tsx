import { classNames } from "../class-names.ts";

export type TabLink = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
};

/** 画面の切り替え。それぞれが自分の URL を持つリンクなので、JavaScript なしで動き、共有できる。 */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-solid-gray-420">
      <ul className="flex min-w-max gap-1 px-1 pt-1.5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current === true ? "page" : undefined}
              className={classNames(
                "flex min-h-11 items-center gap-1.5 border-b-4 px-3 text-dns-16B-130 hover:bg-solid-gray-50 hover:underline",
                tab.current === true
                  ? "border-key-900 text-key-900"
                  : "border-transparent text-solid-gray-800",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-solid-gray-100 px-2 py-0.5 text-dns-14N-120 text-solid-gray-800 tabular-nums">
                  {tab.count.toLocaleString("ja-JP")}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
