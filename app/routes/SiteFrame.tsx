import type { ReactNode } from "react";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { PageShell } from "#app/ui/layout/PageShell.tsx";
import type { SiteFrameValues } from "./site-frame.server.ts";

/** 全画面に共通の外枠。frame が無いのは、枠の値も読めなかった誤りのとき。 */
export function SiteFrame({
  frame,
  children,
}: {
  readonly frame: SiteFrameValues | undefined;
  readonly children: ReactNode;
}) {
  const staff = frame?.path.startsWith("/review") === true || frame?.path.startsWith("/admin") === true;
  return (
    <PageShell
      account={frame?.account ?? undefined}
      company={frame?.company ?? undefined}
      demo={frame?.demo}
      width={staff ? "wide" : "normal"}
      nav={frame?.nav.map((link) => ({ ...link, current: link.href === currentOf(frame) }))}
      accountActions={frame?.account === null ? <LogIn /> : frame === undefined ? undefined : <LogOut />}
    >
      {children}
    </PageShell>
  );
}

/** いまの画面を含む行き先。重なるときは、長い方（一覧の中の統計など）。 */
const currentOf = ({ nav, path }: SiteFrameValues): string | undefined =>
  nav
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.length - a.length)[0];

const LogIn = () => (
  <ButtonLink href="/login" variant="secondary" size="small">
    ログイン
  </ButtonLink>
);

const LogOut = () => (
  <form method="post" action="/logout" className="flex items-center gap-x-2 whitespace-nowrap">
    <ButtonLink href="/account/sessions" variant="tertiary" size="small">
      <span className="whitespace-nowrap">ログイン中の端末</span>
    </ButtonLink>
    <Button variant="tertiary" size="small">
      ログアウト
    </Button>
  </form>
);
