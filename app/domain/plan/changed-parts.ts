/**
 * 変更認定申請で変わった所。変える元の木と比べ、欄・行・セルごとに変わったかを答える。
 * 入力画面、確認画面、様式 PDF の印と、審査の違いの一覧は、どれもここを読む。
 */
import { type DocumentChange, documentDifference } from "./document-difference.ts";
import type { PlanDocument } from "./document.ts";
import { changeSection } from "./sections/change.ts";

export type ChangedParts = {
  /** 違いの全部。新しい木の順で、消えた欄と行は区画の終わりに続く。 */
  readonly changes: readonly DocumentChange[];
  /** その値の欄、又はその表の何かが変わったか。 */
  readonly fieldChanged: (section: string, field: string) => boolean;
  /** 表のその行。足した行、変わった行、変わらない行。 */
  readonly rowChange: (section: string, table: string, rowId: string) => "added" | "changed" | null;
  /** 表のそのセルが変わったか。足した行では、値のあるセルの全部。 */
  readonly cellChanged: (section: string, table: string, rowId: string, column: string) => boolean;
  /** その表から消えた行の id。元の木での順。 */
  readonly removedRows: (section: string, table: string) => readonly string[];
};

/**
 * @param base 変える元の版の木
 * @param now 変更認定申請の木（下書き、又は凍結した提出）
 * @returns 様式第3の「変更事項」の区画は、計画の中身ではないので比べない
 */
export function changedParts(base: PlanDocument, now: PlanDocument): ChangedParts {
  const changes = documentDifference(planPart(base), planPart(now));
  const fields = new Set<string>();
  const rows = new Map<string, "added" | "changed">();
  const cells = new Set<string>();
  const removed = new Map<string, Set<string>>();
  for (const { section, field, row } of changes) {
    const [table = field] = field.split(".");
    fields.add(placeOf(section, table));
    if (row === undefined) continue;
    if (row.kind === "removed") {
      const key = placeOf(section, table);
      removed.set(key, (removed.get(key) ?? new Set()).add(row.id));
      continue;
    }
    rows.set(placeOf(section, table, row.id), row.kind);
    cells.add(placeOf(section, field, row.id));
  }
  return {
    changes,
    fieldChanged: (section, field) => fields.has(placeOf(section, field)),
    rowChange: (section, table, rowId) => rows.get(placeOf(section, table, rowId)) ?? null,
    cellChanged: (section, table, rowId, column) => cells.has(placeOf(section, `${table}.${column}`, rowId)),
    removedRows: (section, table) => [...(removed.get(placeOf(section, table)) ?? [])],
  };
}

/** 一つの変わった所の鍵。値の欄は一つ、表は行ごとに一つ。 */
export const rowOfChange = ({ section, field, row }: DocumentChange): string =>
  row === undefined ? placeOf(section, field) : placeOf(section, field.split(".")[0] ?? field, row.id);

const placeOf = (...parts: readonly string[]): string => parts.join("\n");

const planPart = (document: PlanDocument): PlanDocument => ({
  ...document,
  sections: document.sections.filter(({ id }) => id !== changeSection),
});
