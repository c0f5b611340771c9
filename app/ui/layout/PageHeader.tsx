import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

/** 見出しに示す件数の上限。これより多ければ「99+」と示す。 */
export const MOST_IN_BADGE = 99;

export type NavLink = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  /** 未処理の件数など。 */
  readonly count?: number | undefined;
};

export type PageHeaderProps = {
  /** 骨組みの幅のクラス。 */
  readonly frame: string;
  readonly account?: { readonly name: string; readonly role?: string | undefined } | undefined;
  readonly company?: string | undefined;
  readonly accountActions?: ReactNode;
  readonly nav?: readonly NavLink[] | undefined;
  readonly demo: boolean;
};

/** 名称、利用者、主な行き先。 */
export function PageHeader({ frame, account, company, accountActions, nav, demo }: PageHeaderProps) {
  return (
    <header className="border-b border-solid-gray-420 bg-white">
      {demo && (
        <p className="print-hidden bg-yellow-300 px-4 py-1 text-center text-dns-14B-130 text-black">
          デモ環境
          <span className="inline-block font-400">　架空のデータです。実際の申請にはなりません。</span>
        </p>
      )}
      <div className={classNames(frame, "flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3")}>
        <a
          href="/"
          className="flex min-h-11 flex-col justify-center text-solid-gray-900 hover:underline sm:flex-row sm:flex-wrap sm:content-center sm:items-baseline sm:justify-start sm:gap-2"
        >
          <span className="text-dns-17B-130 sm:text-std-20B-150">経営力向上計画</span>
          <span className="text-dns-14N-120 text-solid-gray-700 sm:text-std-16N-170">電子申請ポータル</span>
        </a>
        {(account !== undefined || accountActions !== undefined) && (
          <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 max-sm:w-full max-sm:justify-between">
            {account !== undefined && (
              <p className="min-w-0 text-dns-14N-130 sm:text-right">
                {company !== undefined && <span className="block font-700">{company}</span>}
                <span className="text-solid-gray-700">
                  {account.name}
                  {account.role !== undefined && `（${account.role}）`}
                </span>
              </p>
            )}
            <div className="print-hidden shrink-0">{accountActions}</div>
          </div>
        )}
      </div>
      {nav !== undefined && nav.length > 0 && (
        <nav aria-label="主なメニュー" className="border-t border-solid-gray-200">
          <NavList frame={frame} nav={nav} />
        </nav>
      )}
    </header>
  );
}

/** 電話の幅で、畳まずに並べる数。いまの画面は、数の外でも並べる。 */
const SHOWN_ON_PHONE = 2;

/** 電話の幅では、多い行き先を「ほかの画面」に畳み、二行までに収める。script の要らない開き閉じ。 */
function NavList({ frame, nav }: { readonly frame: string; readonly nav: readonly NavLink[] }) {
  const folded =
    nav.length <= SHOWN_ON_PHONE + 2
      ? []
      : nav.filter(({ current }, index) => index >= SHOWN_ON_PHONE && current !== true);
  return (
    <ul className={classNames(frame, "flex flex-wrap gap-x-1")}>
      {nav.map((link) => (
        <NavItem key={link.href} link={link} folded={folded.includes(link)} />
      ))}
      {folded.length > 0 && (
        <li className="has-[details[open]]:basis-full sm:hidden">
          <details>
            <summary className="flex min-h-11 cursor-pointer items-center px-3 pt-1 text-dns-16N-130 text-solid-gray-800 underline">
              ほかの画面
              <span aria-hidden="true" className="pl-1">
                ▾
              </span>
            </summary>
            <ul>
              {folded.map((link) => (
                <NavItem key={link.href} link={link} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}

function NavItem({ link, folded = false }: { readonly link: NavLink; readonly folded?: boolean }) {
  return (
    <li className={folded ? "max-sm:hidden" : undefined}>
      <a
        href={link.href}
        aria-current={link.current === true ? "page" : undefined}
        className={classNames(
          "flex min-h-11 items-center gap-1.5 border-b-4 px-3 pt-1 text-dns-16N-130 hover:bg-solid-gray-50 hover:underline",
          link.current === true
            ? "border-key-900 font-700 text-key-900"
            : "border-transparent text-solid-gray-800",
        )}
      >
        {link.label}
        {link.count !== undefined && (
          <span className="rounded-full bg-solid-gray-100 px-2 py-0.5 text-dns-14N-120 text-solid-gray-800 tabular-nums">
            {Math.min(link.count, MOST_IN_BADGE)}
            {link.count > MOST_IN_BADGE && <span aria-hidden="true">+</span>}
            <span className="sr-only">
              {link.count > MOST_IN_BADGE ? "件より多く待っています" : "件が待っています"}
            </span>
          </span>
        )}
      </a>
    </li>
  );
}
