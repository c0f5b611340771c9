import type { MouseEventHandler, ReactNode } from "react";
import { buttonLook, type ButtonSize, type ButtonVariant } from "./button-look.ts";

export type ButtonProps = {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  /** 既定は submit。JavaScript がなくても押せる物を基本とする。 */
  readonly type?: "submit" | "button" | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** ボタンを囲まない form の id。 */
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly fullWidth?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly onClick?: MouseEventHandler<HTMLButtonElement> | undefined;
};

/** 操作のボタン。一画面に primary は一つ。 */
export function Button({
  children,
  variant = "primary",
  size = "medium",
  type = "submit",
  fullWidth = false,
  describedBy,
  ...native
}: ButtonProps) {
  return (
    <button
      {...native}
      type={type === "button" ? "button" : "submit"}
      aria-describedby={describedBy}
      className={buttonLook(variant, size, fullWidth)}
    >
      {children}
    </button>
  );
}
