import {
  type ClipboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import type { RawRow, RowsSpec } from "#app/domain/plan/field.ts";
import type { PlanOptions } from "#app/domain/plan/options.ts";
import { type PastedRows, pasteRows } from "#app/domain/plan/pasted-rows.ts";
import { isShown } from "#app/domain/plan/read-section.ts";
import { pasteNotes, pasteWords, summaryOf } from "./paste-words.ts";
import type { RowAct } from "./RowCard.tsx";
import { focusRow } from "./row-focus.ts";
import { changeRows, listRows, type RowChange, type RowFocus, type RowList } from "./row-list.ts";
import { cellOf, newRowId, rowsInForm } from "./row-values.ts";
import { isTable, tableSplitter } from "./split-table.ts";

export type RowOperations = {
  readonly list: RowList;
  /** 直近の貼り付けの結果。 */
  readonly pasted: PastedRows | null;
  /** 貼り付けられなかったわけ。 */
  readonly problem: string | null;
  readonly act: (act: RowAct) => void;
  readonly add: () => void;
  readonly undo: () => void;
  readonly closeReport: () => void;
  /** 表の文字を、後ろに足す。 @returns 足せたか */
  readonly pasteText: (text: string) => Promise<boolean>;
  readonly onPaste: (event: ClipboardEvent) => void;
};

type Given = {
  readonly name: string;
  readonly spec: RowsSpec;
  readonly rows: readonly RawRow[];
  readonly arrival: number;
  readonly options: PlanOptions;
};

/**
 * 行の操作。画面を読み直さずに並びを変え、変えた後に input イベントを起こして、打つ間の保存に知らせる。
 * @param box 行の欄の全部を囲む要素。form の中にある
 */
export function useRowOperations(box: RefObject<HTMLElement>, given: Given): RowOperations {
  const { spec, arrival } = given;
  const [list, change] = useReducer(
    (before: RowList, one: RowChange) => changeRows(spec.rowLabel, before, one),
    given.rows,
    listRows,
  );
  const [seen, setSeen] = useState(arrival);
  const [pasted, setPasted] = useState<PastedRows | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (seen !== arrival) {
    setSeen(arrival);
    change({ kind: "arrive", rows: given.rows });
  }
  const latest = useRef({ given, list });
  const held = useRef<Element | null>(null);
  useEffect(() => {
    latest.current = { given, list };
  });

  const { count, focus } = list.change;
  useEffect(() => {
    if (count === 0 || box.current === null) return;
    focusRow(box.current, focus, held.current);
    box.current.dispatchEvent(new Event("input", { bubbles: true }));
  }, [box, count, focus]);

  /** いま欄にある値。 */
  const current = useCallback((): readonly RawRow[] => {
    const form = box.current?.closest("form");
    const { name, spec: rowsSpec, rows } = latest.current.given;
    return form === null || form === undefined ? [] : rowsInForm(form, name, rowsSpec, rows);
  }, [box]);

  const act = useCallback(
    (one: RowAct): void => {
      held.current = document.activeElement;
      if (one.kind === "move") {
        change(one);
        return;
      }
      const rows = current();
      const index = rows.findIndex(({ id }) => id === one.id);
      const row = rows[index];
      if (row === undefined) return;
      // ボタンを全部の行から外すより、押したときに断る方が速い（欄の多いフォームでは、外すだけで時間が掛かる）。
      if (one.kind === "copy" && rows.length >= latest.current.given.spec.maxRows) {
        const { label, maxRows } = latest.current.given.spec;
        setProblem(`${label}は${maxRows}件までです。これ以上は複製できません。`);
        return;
      }
      setProblem(null);
      if (one.kind === "remove") change({ kind: "remove", id: one.id, current: row });
      else change({ kind: "insert", row: { ...row, id: newRowId() }, index: index + 1 });
    },
    [current],
  );

  useEffect(() => {
    const { current: element } = box;
    if (element === null) return undefined;
    const moveByKeys = (event: KeyboardEvent): void => {
      const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
      // 選択の欄では、同じ鍵が一覧を開く。
      if (by === null || !event.altKey || event.target instanceof HTMLSelectElement) return;
      const row = event.target instanceof Element ? event.target.closest("[data-row]") : null;
      if (row === null) return;
      event.preventDefault();
      act({ kind: "move", id: row.getAttribute("data-row") ?? "", by, keys: true });
    };
    element.addEventListener("keydown", moveByKeys);
    return () => element.removeEventListener("keydown", moveByKeys);
  }, [box, act]);

  const paste = useCallback(
    async (
      text: string,
      from: { at: number; column: string | null; focus: RowFocus } | null,
    ): Promise<boolean> => {
      const split = await tableSplitter().catch(() => null);
      if (split === null) {
        setProblem(
          "貼り付けを読む部品を取り寄せられませんでした。通信を確かめて、もう一度貼り付けてください。",
        );
        return false;
      }
      setProblem(null);
      const { spec: rowsSpec, options } = latest.current.given;
      const rows = current();
      const at = from?.at ?? rows.length - trailingBlank(rows);
      const outcome = pasteRows({
        spec: rowsSpec,
        options,
        table: split(text),
        rows,
        at,
        columns: columnsFrom(rowsSpec, rows[at], options, from?.column ?? null),
        newRowId,
      });
      setPasted(outcome);
      const touched = new Set(outcome.touched);
      change({
        kind: "paste",
        rows: outcome.rows,
        touched: outcome.touched,
        added: outcome.added,
        before: rows.filter(({ id }) => touched.has(id)),
        words: [pasteWords(summaryOf(outcome)), ...pasteNotes(rowsSpec, summaryOf(outcome))].join(""),
        focus: from?.focus ?? { at: "report" },
      });
      return true;
    },
    [current],
  );

  const onPaste = useCallback(
    (event: ClipboardEvent): void => {
      const cell = cellOf(event.target);
      const text = event.clipboardData.getData("text/plain");
      if (cell === null || !isTable(text, event.target instanceof HTMLTextAreaElement)) return;
      const at = latest.current.list.rows.findIndex(({ slot }) => slot === cell.slot);
      const row = latest.current.list.rows[at];
      if (row === undefined) return;
      event.preventDefault();
      const { column } = cell;
      void paste(text, { at, column, focus: { at: "cell", rowId: row.id, column } });
    },
    [paste],
  );

  return {
    list,
    pasted,
    problem,
    act,
    add: useCallback(() => {
      change({ kind: "insert", row: { id: newRowId() }, index: latest.current.list.rows.length });
    }, []),
    undo: useCallback(() => {
      if (latest.current.list.undoable.at(-1)?.kind === "pasted") setPasted(null);
      change({ kind: "undo" });
    }, []),
    closeReport: useCallback(() => setPasted(null), []),
    pasteText: useCallback((text: string) => paste(text, null), [paste]),
    onPaste,
  };
}

/** 後ろに続く、何も打たれていない行の数。そこから埋める。 */
function trailingBlank(rows: readonly RawRow[]): number {
  const last = rows.findLastIndex((row) =>
    Object.entries(row).some(([column, value]) => column !== "id" && value.trim() !== ""),
  );
  return rows.length - 1 - last;
}

/** 貼り付けた欄から右の、画面に出ている列。 */
function columnsFrom(
  spec: RowsSpec,
  row: RawRow | undefined,
  options: PlanOptions,
  column: string | null,
): readonly string[] {
  const shown = Object.entries(spec.fields)
    .filter(([, cell]) => isShown(cell, row ?? {}, options.situation))
    .map(([name]) => name);
  return column === null ? shown : shown.slice(Math.max(0, shown.indexOf(column)));
}
