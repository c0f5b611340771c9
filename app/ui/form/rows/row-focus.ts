/** 行の操作の後に、焦点を置く。 */
import type { RowFocus } from "./row-list.ts";

/**
 * @param box 行の欄の全部を囲む要素
 * @param held 操作の前に焦点のあった要素
 */
export function focusRow(box: HTMLElement, focus: RowFocus | null, held: Element | null): void {
  if (focus === null) return;
  const target = targetIn(box, focus, held);
  if (!(target instanceof HTMLElement)) return;
  if (document.activeElement !== target) target.focus({ preventScroll: true });
  (target.closest("[data-row]") ?? target).scrollIntoView({ block: "nearest" });
}

function targetIn(box: HTMLElement, focus: RowFocus, held: Element | null): Element | null {
  switch (focus.at) {
    case "held":
      return held !== null && box.contains(held) ? held : null;
    case "undo":
      return box.querySelector("[data-undo] button");
    case "add":
      return box.querySelector("[data-add] button");
    case "report":
      return box.querySelector("[data-report] section");
    case "row":
      return rowIn(box, focus.rowId)?.querySelector(controls) ?? null;
    case "cell":
      return document.getElementById(`${box.id}-${focus.rowId}-${focus.column}`);
    case "mover": {
      const row = rowIn(box, focus.rowId);
      const button = (part: string): Element | null =>
        row?.querySelector(`[data-part=${part}] button`) ?? null;
      // 端まで動くと、押したボタンは無くなる。
      return focus.by === -1 ? (button("up") ?? button("down")) : (button("down") ?? button("up"));
    }
  }
}

const controls = "input:not([type=hidden]), select, textarea";

const rowIn = (box: HTMLElement, id: string): Element | null =>
  [...box.querySelectorAll("[data-row]")].find((row) => row.getAttribute("data-row") === id) ?? null;
