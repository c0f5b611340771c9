import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { PageFooter } from "./PageFooter.tsx";
import { PageHeader, type NavLink } from "./PageHeader.tsx";
import { SkipLink } from "./SkipLink.tsx";

export type { NavLink } from "./PageHeader.tsx";

export type PageShellProps = {
  readonly children: ReactNode;
  /** 利用者の名前と立場。ログインしていなければ省く。 */
  readonly account?: { readonly name: string; readonly role?: string | undefined } | undefined;
  /** 申請者の会社、または職員の所属。 */
  readonly company?: string | undefined;
  /** ログアウトの form、またはログインへのリンク。 */
  readonly accountActions?: ReactNode;
  readonly nav?: readonly NavLink[] | undefined;
  /** デモ環境の帯を出すか。 */
  readonly demo?: boolean | undefined;
  /** 一覧など幅の要る画面（職員向け）は wide。 */
  readonly width?: "normal" | "wide" | undefined;
  readonly breadcrumbs?: ReactNode;
};

/** すべての画面の骨組み。本文は一つの main に入る。 */
export function PageShell({
  children,
  account,
  company,
  accountActions,
  nav,
  demo = false,
  width = "normal",
  breadcrumbs,
}: PageShellProps) {
  const frame =
    classNames("mx-auto w-full px-4 sm:px-6", width === "wide" ? "max-w-[96rem]" : "max-w-[68rem]") ?? "";
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <PageHeader
        demo={demo}
        frame={frame}
        account={account}
        company={company}
        accountActions={accountActions}
        nav={nav}
      />
      <div className={classNames(frame, "flex-1 pt-4 pb-16")}>
        {breadcrumbs}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <PageFooter frame={frame} />
    </div>
  );
}
