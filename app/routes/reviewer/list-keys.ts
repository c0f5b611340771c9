/** 一覧のキー操作。j と k で行を移り、x で選び、Enter（リンクの働き）で開き、/ で検索の欄へ移る。 */
import { useEffect } from "react";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName)
    ? !(target instanceof HTMLInputElement && target.type === "checkbox")
    : false;

const rows = (): readonly HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>("a[data-list-row]"),
];

function moveRow(by: 1 | -1): void {
  const links = rows();
  const row = document.activeElement?.closest("tr");
  const at = links.findIndex((link) => link.closest("tr") === row);
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[next]?.focus();
}

function pickRow(): void {
  const box = document.activeElement
    ?.closest("tr")
    ?.querySelector<HTMLInputElement>('input[type="checkbox"][name="pick"]');
  if (box !== null && box !== undefined) box.checked = !box.checked;
}

export function useListKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return;
      if (event.key === "j") moveRow(1);
      else if (event.key === "k") moveRow(-1);
      else if (event.key === "x") pickRow();
      else if (event.key === "/") document.querySelector<HTMLInputElement>("#list-q")?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    // キーが効くようになったことを、試験と支援の道具が知るための印。
    document.documentElement.dataset["listKeys"] = "ready";
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
