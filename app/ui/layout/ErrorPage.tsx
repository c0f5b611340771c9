import type { ReactNode } from "react";
import { CopyableCode } from "../primitives/CopyableCode.tsx";
import { PageTitle } from "./PageTitle.tsx";

export type ErrorPageProps = {
  readonly title: string;
  /** 何が起き、次に何をすればよいか。記録があるかどうかを漏らさない。 */
  readonly message: ReactNode;
  /** 問い合わせのときに伝える番号。 */
  readonly supportNumber?: string | undefined;
  readonly links?: readonly { readonly href: string; readonly label: string }[] | undefined;
};

/** 画面を出せないときの頁。 */
export function ErrorPage({
  title,
  message,
  supportNumber,
  links = [{ href: "/", label: "はじめの画面へ" }],
}: ErrorPageProps) {
  return (
    <>
      <PageTitle title={title} lead={message} />
      {supportNumber !== undefined && (
        <p className="mb-6 text-std-16N-170">
          お問い合わせの際は、次の番号をお伝えください。
          <br />
          <CopyableCode label="お問い合わせ番号" value={supportNumber} />
        </p>
      )}
      <ul className="space-y-1">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} className="link inline-flex min-h-11 items-center">
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
