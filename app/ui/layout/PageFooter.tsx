import { classNames } from "../class-names.ts";

const links = [
  { href: "/help", label: "ヘルプ" },
  { href: "/lookup", label: "提出先検索" },
  { href: "/guidelines", label: "指針一覧" },
  { href: "/published", label: "認定を受けた事業者の一覧" },
  { href: "/verify", label: "認定通知書の確認" },
] as const;

/** どの画面からも行ける公開の頁。 */
export function PageFooter({ frame }: { readonly frame: string }) {
  return (
    <footer className="print-hidden border-t border-solid-gray-420 bg-solid-gray-50">
      <nav aria-label="共通のリンク" className={classNames(frame, "py-5")}>
        <ul className="flex flex-wrap gap-x-6">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href} className="link inline-flex min-h-11 items-center text-dns-16N-130">
                {link.label}
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-1 text-dns-14N-130 text-solid-gray-700">経営力向上計画 電子申請ポータル</p>
      </nav>
    </footer>
  );
}
