import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { buttonLook, type ButtonVariant } from "./button-look.ts";
import { Button } from "./Button.tsx";

export type DialogProps = {
  /** 開くボタンの言葉。 */
  readonly trigger: string;
  readonly triggerVariant?: ButtonVariant | undefined;
  readonly title: string;
  /** 説明と、実行する form。 */
  readonly children: ReactNode;
  readonly closeLabel?: string | undefined;
  /** 送信に失敗して開いた状態で戻すとき。 */
  readonly defaultOpen?: boolean | undefined;
};

/**
 * 確認の窓。サーバーが描くのは <details> で、JavaScript が動いたら <dialog> に替わる。
 * 開いたときの焦点は題に置き、Enter で実行してしまうことを防ぐ。
 * 替わる前に開かれていたら、打ちかけの内容を失わないよう替えない。
 */
export function Dialog({
  trigger,
  triggerVariant = "secondary",
  title,
  children,
  closeLabel = "やめる",
  defaultOpen = false,
}: DialogProps) {
  const titleId = useId();
  const details = useRef<HTMLDetailsElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const [modal, setModal] = useState(false);
  useEffect(() => {
    if (details.current !== null && !details.current.open) setModal(true);
  }, []);
  const heading = (
    <h2 ref={headingRef} id={titleId} tabIndex={-1} className="mb-3 text-std-20B-150">
      {title}
    </h2>
  );
  if (!modal) {
    return (
      <details ref={details} open={defaultOpen} suppressHydrationWarning>
        <summary className={`${buttonLook(triggerVariant, "medium", false)} list-none`}>{trigger}</summary>
        <div className="mt-3 max-w-[40rem] rounded-12 border-2 border-solid-gray-600 bg-white p-4 sm:p-6">
          {heading}
          {children}
        </div>
      </details>
    );
  }
  return (
    <>
      <Button
        type="button"
        variant={triggerVariant}
        onClick={() => {
          dialog.current?.showModal();
          headingRef.current?.focus();
        }}
      >
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(40rem,calc(100vw-2rem))] rounded-12 bg-white p-4 text-solid-gray-800 shadow-5 sm:p-6"
      >
        {heading}
        {children}
        <div className="mt-3">
          <Button type="button" variant="tertiary" onClick={() => dialog.current?.close()}>
            {closeLabel}
          </Button>
        </div>
      </dialog>
    </>
  );
}
