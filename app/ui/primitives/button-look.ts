import { classNames } from "../class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "tertiary" | "danger";
export type ButtonSize = "medium" | "small";

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: "button-primary",
  secondary: "button-secondary",
  tertiary: "button-tertiary",
  danger: "button-danger",
};

const sizes: Readonly<Record<ButtonSize, string>> = { medium: "button-medium", small: "button-small" };

/** Button と ButtonLink が共有する見た目。 */
export function buttonLook(variant: ButtonVariant, size: ButtonSize, fullWidth: boolean): string | undefined {
  return classNames("button", variants[variant], sizes[size], fullWidth ? "w-full" : "max-sm:w-full");
}
