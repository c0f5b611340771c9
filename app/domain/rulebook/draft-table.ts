/**
 * 編集中の版の一つの表への編集。書き換え、追加、削除、並べ替えを、行の並びの上の純粋な計算として行う。
 * 順番（order）の欄は、いつも並びから付け直すので、人は並びだけを決める。
 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { groupOfOrder, isOrdered, renumber } from "./row-order.ts";
import { cellsOf, type CellFaults, type FactCells, keyOfRow, parseCells } from "./row-cells.ts";
import type { RowOf, TableName } from "./tables.ts";

/** 編集中の版の一行。version はこの版の中で最後に書いた編集の通し番号（写したままなら 0）。 */
export type DraftRow<T extends TableName = TableName> = {
  readonly factId: string;
  readonly version: number;
  readonly row: RowOf<T>;
};

/** 置き場所。行の番号ならその直後、first は同じ組の先頭、last は同じ組の末尾。 */
export type Place = "first" | "last" | { readonly after: string };

/** 一つの行への編集。version は画面が読んだ版で、動いていたら断る。cells は変える欄だけ。 */
export type RowEdit =
  | {
      readonly kind: "change";
      readonly factId: string;
      readonly version: number;
      readonly cells: FactCells;
    }
  | { readonly kind: "add"; readonly factId: string; readonly cells: FactCells; readonly place: Place }
  | { readonly kind: "remove"; readonly factId: string; readonly version: number }
  | { readonly kind: "move"; readonly factId: string; readonly version: number; readonly place: Place };

export const editKinds = ["change", "add", "remove", "move", "bulk", "import", "undo"] as const;
export type EditKind = (typeof editKinds)[number];

/** 行の中身と、すぐ前の行（先頭なら null）。 */
export type RowState = { readonly cells: FactCells; readonly after: string | null };

/** 編集の記録の一行。before が null なら足した行、after が null なら消した行。 */
export type RowChange = {
  readonly factId: string;
  readonly before: RowState | null;
  readonly after: RowState | null;
};

export type EditFault =
  /** 画面を開いた後に、その行が変わった。theirs は今の欄（消えていれば null）、mine は書こうとした欄。 */
  | {
      readonly kind: "conflict";
      readonly factId: string;
      readonly version: number | null;
      readonly theirs: FactCells | null;
      readonly mine: FactCells;
    }
  | { readonly kind: "invalid"; readonly factId: string; readonly faults: CellFaults }
  /** 置き場所の行がない。 */
  | { readonly kind: "noPlace"; readonly factId: string };

export type EditedTable<T extends TableName> = {
  readonly rows: readonly DraftRow<T>[];
  readonly changes: readonly RowChange[];
};

/**
 * 編集を順に行う。一つでも断られたら何も変えない。
 *
 * @param revision この編集の通し番号。触れた行の新しい版になる
 */
export function editTable<T extends TableName>(
  table: T,
  rows: readonly DraftRow<T>[],
  edits: readonly RowEdit[],
  revision: number,
): Result<EditedTable<T>, readonly EditFault[]> {
  const faults: EditFault[] = [];
  const touched = new Set<string>();
  let edited = rows;
  for (const edit of edits) {
    const applied = applyEdit(table, edited, edit, revision, touched.has(edit.factId));
    if (applied.ok) edited = applied.value;
    else faults.push(applied.error);
    touched.add(edit.factId);
  }
  if (faults.length > 0) return refuse(faults);
  const numbered = renumber(table, edited);
  const repeated = repeatedKeys(table, numbered, touched);
  if (repeated.length > 0) return refuse(repeated);
  return ok({ rows: numbered, changes: changesBetween(table, rows, numbered, touched) });
}

function applyEdit<T extends TableName>(
  table: T,
  rows: readonly DraftRow<T>[],
  edit: RowEdit,
  revision: number,
  mine: boolean,
): Result<readonly DraftRow<T>[], EditFault> {
  const { factId } = edit;
  if (edit.kind === "add") {
    const parsed = parseCells(table, withOrder(table, edit.cells));
    if (!parsed.ok) return refuse({ kind: "invalid", factId, faults: parsed.error });
    return placed(table, rows, { factId, version: revision, row: parsed.value }, edit.place);
  }
  const current = rows.find((row) => row.factId === factId);
  if (current === undefined || (current.version !== edit.version && !mine))
    return refuse({
      kind: "conflict",
      factId,
      version: current?.version ?? null,
      theirs: current === undefined ? null : cellsOf(table, current.row),
      mine: edit.kind === "change" ? edit.cells : {},
    });
  const others = () => rows.filter((row) => row !== current);
  switch (edit.kind) {
    case "remove":
      return ok(others());
    case "move":
      return placed(table, others(), { ...current, version: revision }, edit.place);
    case "change": {
      const before = cellsOf(table, current.row);
      const parsed = parseCells(table, { ...before, ...edit.cells });
      if (!parsed.ok) return refuse({ kind: "invalid", factId, faults: parsed.error });
      const changed = { factId, version: revision, row: parsed.value };
      // 組が変わった行は、移った先の組の末尾に置く。
      return groupOfOrder(table, current.row) === groupOfOrder(table, parsed.value)
        ? ok(rows.map((row) => (row === current ? changed : row)))
        : placed(table, others(), changed, "last");
    }
  }
}

/** 順番は並びから付くので、書かれていなくてよい。 */
const withOrder = (table: TableName, cells: FactCells): FactCells =>
  isOrdered(table) ? { ...cells, order: "1" } : cells;

function placed<T extends TableName>(
  table: T,
  rows: readonly DraftRow<T>[],
  row: DraftRow<T>,
  place: Place,
): Result<readonly DraftRow<T>[], EditFault> {
  const group = groupOfOrder(table, row.row);
  const inGroup = (other: DraftRow<T>): boolean => groupOfOrder(table, other.row) === group;
  const at =
    place === "first"
      ? rows.findIndex(inGroup)
      : place === "last"
        ? rows.findLastIndex(inGroup) + 1
        : rows.findIndex((other) => other.factId === place.after) + 1;
  if (typeof place !== "string" && at === 0) return refuse({ kind: "noPlace", factId: row.factId });
  // 組の行がまだ一つもないとき、first は表の先頭、last は表の末尾。
  const position = place === "first" ? Math.max(at, 0) : at === 0 ? rows.length : at;
  return ok(rows.toSpliced(position, 0, row));
}

function repeatedKeys<T extends TableName>(
  table: T,
  rows: readonly DraftRow<T>[],
  touched: ReadonlySet<string>,
): readonly EditFault[] {
  const holders = new Map<string, string[]>();
  for (const { factId, row } of rows) {
    const key = keyOfRow(table, row);
    holders.set(key, [...(holders.get(key) ?? []), factId]);
  }
  return [...holders].flatMap(([key, ids]) =>
    ids.length === 1
      ? []
      : ids
          .filter((factId) => touched.has(factId))
          .map((factId): EditFault => {
            const faults = { "": [`「${key}」の行は、もうあります。`] };
            return { kind: "invalid", factId, faults };
          }),
  );
}

function changesBetween<T extends TableName>(
  table: T,
  before: readonly DraftRow<T>[],
  after: readonly DraftRow<T>[],
  touched: ReadonlySet<string>,
): readonly RowChange[] {
  const stateIn = (rows: readonly DraftRow<T>[], factId: string): RowState | null => {
    const index = rows.findIndex((row) => row.factId === factId);
    const found = rows[index];
    return found === undefined
      ? null
      : { cells: cellsOf(table, found.row), after: rows[index - 1]?.factId ?? null };
  };
  const position = new Map(before.map(({ factId }, index) => [factId, index]));
  const positionOf = (factId: string): number => position.get(factId) ?? before.length;
  return [...touched]
    .toSorted((a, b) => positionOf(a) - positionOf(b))
    .map((factId) => ({ factId, before: stateIn(before, factId), after: stateIn(after, factId) }))
    .filter((change) => change.before !== null || change.after !== null);
}
