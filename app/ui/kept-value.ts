import { useCallback, useState, type RefCallback } from "react";
import { useHydrated } from "./hydrated.ts";

type Control = HTMLTextAreaElement | HTMLSelectElement;

/**
 * 画面の JavaScript が動き出す前に打たれた値を守る。
 * React 18 は引き継ぐとき、複数行の欄と選択の欄を初期値に戻してしまう（一行の欄は戻さない）。
 * @param id 欄の id
 * @returns 欄に渡す ref と、引き継ぐ前に入っていた値（引き継ぎでなければ undefined）
 */
export function useKeptValue(id: string): {
  readonly ref: RefCallback<Control>;
  readonly kept: string | undefined;
} {
  const hydrating = !useHydrated();
  const [kept] = useState(() => (hydrating && typeof document !== "undefined" ? valueInPage(id) : undefined));
  const ref = useCallback(
    (control: Control | null) => {
      if (control !== null && kept !== undefined && control.value !== kept) control.value = kept;
    },
    [kept],
  );
  return { ref, kept };
}

function valueInPage(id: string): string | undefined {
  const control = document.getElementById(id);
  return control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement
    ? control.value
    : undefined;
}
