import type { ReactNode } from "react";
import { buttonLook, type ButtonSize, type ButtonVariant } from "./button-look.ts";

export type ButtonLinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly fullWidth?: boolean | undefined;
  /** 値を渡すとファイルとして保存する。 */
  readonly download?: string | boolean | undefined;
};

/** ボタンの形のリンク。何かを変える操作には使わない（Button と form を使う）。 */
export function ButtonLink({
  href,
  children,
  variant = "primary",
  size = "medium",
  fullWidth = false,
  download,
}: ButtonLinkProps) {
  return (
    <a href={href} download={download} className={buttonLook(variant, size, fullWidth)}>
      {children}
    </a>
  );
}
