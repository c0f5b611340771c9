import { useEffect, useRef } from "react";
import { useHydrated } from "../hydrated.ts";
import { ToneIcon } from "./ToneIcon.tsx";

export type ErrorSummaryItem = {
  readonly message: string;
  /** 欄の id。欄に結び付かない誤りは省く。 */
  readonly fieldId?: string | undefined;
  /** 別の画面の欄へ飛ぶときの宛先。fieldId より優先する。 */
  readonly href?: string | undefined;
};

export type ErrorSummaryProps = {
  readonly errors: readonly ErrorSummaryItem[];
  readonly title?: string | undefined;
};

/**
 * 誤りの一覧。誤りがなければ何も出さない。
 * 読み込み時の焦点は HTML の autofocus が当てる。JavaScript が後から差し替えたときだけ自分で焦点を移す
 * （読み込み直後に打ち始めた人から焦点を奪ってはならない）。
 */
export function ErrorSummary({ errors, title = "入力内容を確認してください" }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const focusedByBrowser = useRef(!useHydrated());
  useEffect(() => {
    if (errors.length > 0 && !focusedByBrowser.current) box.current?.focus();
    focusedByBrowser.current = false;
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- 誤りがあることを、最初に読ませる
      autoFocus
      aria-labelledby="error-summary-title"
      className="mb-6 rounded-8 border-2 border-error-1 bg-white p-4 sm:px-6"
    >
      <h2 id="error-summary-title" className="flex items-center gap-2 text-std-18B-160 text-error-2">
        <ToneIcon tone="danger" />
        {title}
      </h2>
      <ul className="mt-2 list-disc space-y-1 pl-7">
        {errors.map((error, index) => {
          const href = error.href ?? (error.fieldId === undefined ? undefined : `#${error.fieldId}`);
          return (
            <li key={`${href ?? ""}-${index}`}>
              {href === undefined ? (
                <span className="font-700">{error.message}</span>
              ) : (
                <a href={href} className="link inline-block py-0.5 align-top font-700">
                  {error.message}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
