/**
 * 二つの様式の木の違い。出し直しの前後、変更の前後を見せるのに使う。
 * 見出しは木のものをそのまま使い、表の行は id で突き合わせるので、並べ替えただけの行は違いにしない。
 */
import type { DocumentEntry, DocumentSection, DocumentTable, PlanDocument } from "./document.ts";

export type DocumentChange = {
  readonly section: string;
  readonly sectionTitle: string;
  /** 欄の名前。表の中では「表.列」。 */
  readonly field: string;
  readonly label: string;
  /** 表の行。値の欄では無い。 */
  readonly row?: {
    readonly id: string;
    readonly table: string;
    /** 新しい木での順番（1 から）。消えた行では古い木での順番。 */
    readonly position: number;
    readonly kind: "added" | "removed" | "changed";
  };
  /** 単位まで付けた、表示のとおりの値。無ければ空。 */
  readonly before: string;
  readonly after: string;
};

/**
 * @param before 古い木
 * @param after 新しい木
 * @returns 違う値だけ。新しい木の順で、消えた区画・欄・行は、その区画の終わりに続ける
 */
export function documentDifference(before: PlanDocument, after: PlanDocument): readonly DocumentChange[] {
  return merged(before.sections, after.sections, ({ id }) => id).flatMap(([older, newer]) => {
    const section = newer ?? older;
    if (section === undefined) return [];
    return merged(older?.entries ?? [], newer?.entries ?? [], entryKey).flatMap(([old, now]) =>
      entryChanges(section, old, now),
    );
  });
}

const entryKey = (entry: DocumentEntry): string => `${entry.kind} ${entry.field}`;

function entryChanges(
  section: DocumentSection,
  old: DocumentEntry | undefined,
  now: DocumentEntry | undefined,
): readonly DocumentChange[] {
  const entry = now ?? old;
  if (entry === undefined) return [];
  if (entry.kind === "table")
    return tableChanges(
      section,
      old?.kind === "table" ? old : undefined,
      now?.kind === "table" ? now : undefined,
    );
  const [a, b] = [written(old), written(now)];
  if (a === b) return [];
  return [
    {
      section: section.id,
      sectionTitle: section.title,
      field: entry.field,
      label: entry.label,
      before: a,
      after: b,
    },
  ];
}

function tableChanges(
  section: DocumentSection,
  old: DocumentTable | undefined,
  now: DocumentTable | undefined,
): readonly DocumentChange[] {
  const table = now ?? old;
  if (table === undefined) return [];
  const columns = merged(old?.columns ?? [], now?.columns ?? [], ({ field }) => field).flatMap(
    ([from, to]) => to ?? from ?? [],
  );
  return merged(old?.rows ?? [], now?.rows ?? [], ({ id }) => id).flatMap(([from, to]) => {
    const row = to ?? from;
    if (row === undefined) return [];
    const kind = from === undefined ? "added" : to === undefined ? "removed" : "changed";
    const position = 1 + ((to === undefined ? old : now)?.rows.findIndex(({ id }) => id === row.id) ?? 0);
    return columns.flatMap((column): readonly DocumentChange[] => {
      const a = cellOf(old, from, column.field);
      const b = cellOf(now, to, column.field);
      if (a === b) return [];
      return [
        {
          section: section.id,
          sectionTitle: section.title,
          field: `${table.field}.${column.field}`,
          label: column.label,
          row: { id: row.id, table: table.label, position, kind },
          before: a,
          after: b,
        },
      ];
    });
  });
}

function cellOf(
  table: DocumentTable | undefined,
  row: DocumentTable["rows"][number] | undefined,
  field: string,
): string {
  const at = table?.columns.findIndex((column) => column.field === field) ?? -1;
  return row?.cells[at] ?? "";
}

const written = (entry: DocumentEntry | undefined): string =>
  entry === undefined || entry.kind === "table" || entry.value === ""
    ? ""
    : `${entry.value}${entry.unit ?? ""}`;

/** 鍵で突き合わせた組。新しいほうの順で、古いほうだけにあるものを後に続ける。 */
function merged<T>(
  old: readonly T[],
  now: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly [old: T | undefined, now: T | undefined])[] {
  const before = new Map(old.map((one) => [keyOf(one), one]));
  const known = new Set(now.map(keyOf));
  return [
    ...now.map((one) => [before.get(keyOf(one)), one] as const),
    ...old.filter((one) => !known.has(keyOf(one))).map((one) => [one, undefined] as const),
  ];
}
