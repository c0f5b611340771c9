/**
 * 画面の行の並び。行の値は入力欄が持ち、ここは順番と、欄を作るときの初めの値だけを持つ。
 * 欄の名前の番号（slot）は行を動かしても変えない（変えると、ブラウザーが選択の印を消すことがある）。
 */
import type { RawRow } from "#app/domain/plan/field.ts";

export type ListedRow = {
  readonly id: string;
  readonly slot: number;
  /** 欄を作り直した回数。貼り付けと取り消しは、欄を作り直して値を入れる。 */
  readonly edition: number;
  readonly initial: RawRow;
};

/** 取り消せる操作。新しい物から順に取り消す。 */
export type Undoable =
  | { readonly kind: "removed"; readonly row: RawRow; readonly index: number }
  | { readonly kind: "pasted"; readonly before: readonly RawRow[]; readonly added: readonly string[] };

/** 操作の後に焦点を置く所。 */
export type RowFocus =
  | { readonly at: "row"; readonly rowId: string }
  | { readonly at: "cell"; readonly rowId: string; readonly column: string }
  | { readonly at: "mover"; readonly rowId: string; readonly by: -1 | 1 }
  /** 動かした行の、もとの欄。 */
  | { readonly at: "held" }
  | { readonly at: "undo" }
  | { readonly at: "add" }
  | { readonly at: "report" };

export type RowList = {
  readonly rows: readonly ListedRow[];
  readonly nextSlot: number;
  readonly undoable: readonly Undoable[];
  /** 直近の操作。 */
  readonly change: { readonly count: number; readonly words: string; readonly focus: RowFocus | null };
};

export type RowChange =
  | { readonly kind: "insert"; readonly row: RawRow; readonly index: number }
  /** current: 消すときに欄にあった値。 */
  | { readonly kind: "remove"; readonly id: string; readonly current: RawRow }
  | { readonly kind: "move"; readonly id: string; readonly by: -1 | 1; readonly keys: boolean }
  | {
      readonly kind: "paste";
      /** 貼り付けた後の、行の全部と、値の変わった行。 */
      readonly rows: readonly RawRow[];
      readonly touched: readonly string[];
      readonly added: readonly string[];
      /** 貼り付ける前に欄にあった値。 */
      readonly before: readonly RawRow[];
      readonly words: string;
      readonly focus: RowFocus;
    }
  | { readonly kind: "undo" }
  /** ほかの人の保存と合わせた後の行。 */
  | { readonly kind: "arrive"; readonly rows: readonly RawRow[] };

export const listRows = (rows: readonly RawRow[]): RowList => ({
  rows: rows.map((row, slot) => ({ id: row.id, slot, edition: 0, initial: row })),
  nextSlot: rows.length,
  undoable: [],
  change: { count: 0, words: "", focus: null },
});

/**
 * @param rowLabel 一行の呼び名
 * @returns 操作の後の並び。できない操作（端を越える移動など）では同じ物
 */
export function changeRows(rowLabel: string, list: RowList, change: RowChange): RowList {
  const did = (next: Partial<RowList>, words: string, focus: RowFocus | null): RowList => ({
    ...list,
    ...next,
    change: { count: list.change.count + 1, words, focus },
  });
  switch (change.kind) {
    case "insert":
      return did(
        withRow(list, change.row, change.index),
        `${rowLabel} ${change.index + 1} を追加しました。`,
        { at: "row", rowId: change.row.id },
      );
    case "remove": {
      const index = list.rows.findIndex(({ id }) => id === change.id);
      if (index === -1) return list;
      return did(
        {
          rows: list.rows.toSpliced(index, 1),
          undoable: [...list.undoable, { kind: "removed", row: change.current, index }],
        },
        `${rowLabel} ${index + 1} を削除しました。「元に戻す」で戻せます。`,
        { at: "undo" },
      );
    }
    case "move": {
      const from = list.rows.findIndex(({ id }) => id === change.id);
      const row = list.rows[from];
      const to = from + change.by;
      if (row === undefined || to < 0 || to >= list.rows.length) return list;
      return did(
        { rows: list.rows.toSpliced(from, 1).toSpliced(to, 0, row) },
        `${rowLabel} ${from + 1} を ${to + 1} 番目に移しました。`,
        change.keys ? { at: "held" } : { at: "mover", rowId: row.id, by: change.by },
      );
    }
    case "paste":
      return did(
        {
          ...withValues(list, change.rows, new Set(change.touched)),
          undoable: [...list.undoable, { kind: "pasted", before: change.before, added: change.added }],
        },
        change.words,
        change.focus,
      );
    case "undo": {
      const last = list.undoable.at(-1);
      if (last === undefined) return list;
      const rest = { ...list, undoable: list.undoable.slice(0, -1) };
      if (last.kind === "removed") {
        const index = Math.min(last.index, list.rows.length);
        return did(
          { ...withRow(rest, last.row, index), undoable: rest.undoable },
          `${rowLabel} ${index + 1} を元に戻しました。`,
          { at: "row", rowId: last.row.id },
        );
      }
      const gone = new Set(last.added);
      const before = new Map(last.before.map((row) => [row.id, row]));
      const rows = list.rows
        .filter(({ id }) => !gone.has(id))
        .map(({ id, initial }) => before.get(id) ?? initial);
      return did(
        { ...withValues(rest, rows, new Set(before.keys())), undoable: rest.undoable },
        "貼り付けを取り消しました。",
        { at: "add" },
      );
    }
    case "arrive": {
      const arrived = new Set(change.rows.map(({ id }) => id));
      const undoable = list.undoable.filter((one) => one.kind !== "removed" || !arrived.has(one.row.id));
      return { ...list, ...withValues(list, change.rows, new Set()), undoable };
    }
  }
}

function withRow(list: RowList, row: RawRow, index: number): Partial<RowList> {
  const listed = { id: row.id, slot: list.nextSlot, edition: 0, initial: row };
  return { rows: list.rows.toSpliced(index, 0, listed), nextSlot: list.nextSlot + 1 };
}

/** rows の並びにする。知っている行は欄を残し、remade の行だけ欄を作り直す。 */
function withValues(list: RowList, rows: readonly RawRow[], remade: ReadonlySet<string>): Partial<RowList> {
  const known = new Map(list.rows.map((row) => [row.id, row]));
  let nextSlot = list.nextSlot;
  const listed = rows.map((row): ListedRow => {
    const before = known.get(row.id);
    if (before === undefined) {
      nextSlot += 1;
      return { id: row.id, slot: nextSlot - 1, edition: 0, initial: row };
    }
    return remade.has(row.id) ? { ...before, edition: before.edition + 1, initial: row } : before;
  });
  return { rows: listed, nextSlot };
}
