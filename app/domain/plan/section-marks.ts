/**
 * 変わった所の印。欄、行、セルごとに、認定を受けた計画の値を添える。
 * 入力画面、確認画面、様式 PDF、審査の記録が同じ印を出す。
 */
import { changedParts, rowOfChange } from "./changed-parts.ts";
import type { DocumentChange } from "./document-difference.ts";
import type { DocumentSection, PlanDocument } from "./document.ts";
import { changeSection } from "./sections/change.ts";

/** 単位まで付けた、表示のとおりの値。無ければ空。 */
export type ChangedValue = { readonly before: string; readonly after: string };

export type RowMark = {
  readonly kind: "added" | "changed";
  /** 列の名前 → 変わったセル。足した行では、値のあるセルの全部。 */
  readonly cells: ReadonlyMap<string, ChangedValue>;
};

/** 消した行。 */
export type RemovedRow = {
  readonly id: string;
  /** 認定を受けた計画での順番（1 から）。 */
  readonly position: number;
  readonly cells: readonly { readonly label: string; readonly value: string }[];
};

export type SectionMarks = {
  /** 変わった所の数。値の欄は一つ、表は行ごとに一つ。 */
  readonly count: number;
  /** 値の欄の名前 → 前と後。 */
  readonly values: ReadonlyMap<string, ChangedValue>;
  /** 表の名前 → 行の id → 行の印。 */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, RowMark>>;
  /** 表の名前 → 消した行。元の木での順。 */
  readonly removedRows: ReadonlyMap<string, readonly RemovedRow[]>;
  /** いまの木に無い欄、列にあった値。 */
  readonly gone: readonly DocumentChange[];
};

export type GoneSection = {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly DocumentChange[];
};

export type DocumentMarks = {
  readonly count: number;
  /** 区画の印。変わっていない区画では undefined。 */
  readonly section: (id: string) => SectionMarks | undefined;
  /** いまの木に無い区画。元の木での順。 */
  readonly goneSections: readonly GoneSection[];
};

/**
 * @param base 変える元の版の木
 * @param now 変更認定申請の木
 */
export const documentMarks = (base: PlanDocument, now: PlanDocument): DocumentMarks =>
  marksFrom(changedParts(base, now).changes, now);

/**
 * @param changes 変える元の版との違い（changedParts）
 * @param now 変更認定申請の木
 */
export function marksFrom(changes: readonly DocumentChange[], now: PlanDocument): DocumentMarks {
  const bySection = Map.groupBy(changes, ({ section }) => section);
  const present = new Map(now.sections.map((section) => [section.id, section]));
  const marks = new Map(
    [...bySection].map(([id, changes]) => [id, marksOf(changes, present.get(id)?.entries ?? [])]),
  );
  return {
    count: [...marks.values()].reduce((sum, { count }) => sum + count, 0),
    section: (id) => (present.has(id) ? marks.get(id) : undefined),
    goneSections: [...bySection]
      .filter(([id]) => !present.has(id))
      .map(([id, changes]) => ({ id, title: changes[0]?.sectionTitle ?? id, changes })),
  };
}

/**
 * 一つの区画の印。
 * @param base 変える元の版の、同じ区画。無かった区画は欄を空にした物
 */
export const sectionMarks = (base: DocumentSection, now: DocumentSection): SectionMarks =>
  marksOf(changedParts(alone(base), alone(now)).changes, now.entries);

const alone = (section: DocumentSection): PlanDocument => ({
  formVersion: "",
  title: "",
  sections: [section],
});

function marksOf(changes: readonly DocumentChange[], entries: DocumentSection["entries"]): SectionMarks {
  const shown = new Map(entries.map((entry) => [`${entry.kind} ${entry.field}`, entry]));
  const isShown = ({ field, row }: DocumentChange): boolean =>
    shown.has(row === undefined ? `value ${field}` : `table ${tableOf(field)}`);
  // 列ごと無くなったセルの前の値は、いまの表には出ない。
  const isColumnGone = ({ field, row }: DocumentChange): boolean => {
    const table = shown.get(`table ${tableOf(field)}`);
    return (
      row?.kind === "changed" &&
      table?.kind === "table" &&
      table.columns.every((column) => column.field !== columnOf(field))
    );
  };
  const values = new Map<string, ChangedValue>();
  const rows = new Map<string, Map<string, RowMark>>();
  const removedRows = new Map<string, RemovedRow[]>();
  for (const own of Map.groupBy(changes, rowOfChange).values()) {
    const [first] = own;
    if (first === undefined || !isShown(first)) continue;
    const { field, row } = first;
    const table = tableOf(field);
    if (row === undefined) values.set(field, { before: first.before, after: first.after });
    else if (row.kind === "removed") {
      const cells = own.map(({ label, before }) => ({ label, value: before }));
      const { id, position } = row;
      removedRows.set(table, [...(removedRows.get(table) ?? []), { id, position, cells }]);
    } else {
      const cells = own.map(({ field: at, before, after }) => [columnOf(at), { before, after }] as const);
      const marked = rows.get(table) ?? new Map<string, RowMark>();
      rows.set(table, marked.set(row.id, { kind: row.kind, cells: new Map(cells) }));
    }
  }
  return {
    count: new Set(changes.map(rowOfChange)).size,
    values,
    rows,
    removedRows,
    gone: changes.filter((change) => !isShown(change) || isColumnGone(change)),
  };
}

const tableOf = (field: string): string => field.split(".")[0] ?? field;
const columnOf = (field: string): string => field.split(".")[1] ?? "";
/** 変わった所だけを残した木。変更事項の区画は残す。 */
export const onlyChanged = (document: PlanDocument, marks: DocumentMarks): PlanDocument => ({
  ...document,
  sections: document.sections.flatMap((section) => {
    if (section.id === changeSection) return [section];
    const own = marks.section(section.id);
    if (own === undefined) return [];
    const entries = section.entries.flatMap((entry): DocumentSection["entries"] => {
      if (entry.kind === "value") return own.values.has(entry.field) ? [entry] : [];
      const rows = own.rows.get(entry.field);
      const { totals: _, ...table } = entry;
      return rows === undefined && !own.removedRows.has(entry.field)
        ? []
        : [{ ...table, rows: entry.rows.filter(({ id }) => rows?.has(id) === true) }];
    });
    return [{ ...section, entries }];
  }),
});

/**
 * 変える元の版の区画。
 * @param base 変える元の版の木。変更認定申請でない、又は中身が分からなければ null
 * @returns 元に無かった区画は、欄を空にした物。変更事項の区画は比べないので null
 */
export function baseSection(
  { id, number, title }: Pick<DocumentSection, "id" | "number" | "title">,
  base: PlanDocument | null,
): DocumentSection | null {
  if (base === null || id === changeSection) return null;
  return base.sections.find((section) => section.id === id) ?? { id, number, title, entries: [] };
}
