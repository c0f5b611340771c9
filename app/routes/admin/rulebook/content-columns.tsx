import type { TableName } from "#app/domain/rulebook/tables.ts";
import type { TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import { tableHref } from "./table-address.ts";

export type ContentRow = {
  readonly table: TableName;
  readonly title: string;
  readonly rows: number;
  readonly unconfirmed: number;
  readonly faults: number;
  readonly changes: { readonly added: number; readonly removed: number; readonly changed: number } | null;
};

const linkLook = "link inline-block min-h-6 pointer-coarse:py-2";

/** 版の中の表の一覧の欄。 */
export const contentColumns = (editionId: string): readonly TableColumn<ContentRow>[] => [
  {
    key: "title",
    header: "表",
    rowHeader: true,
    width: 5,
    cell: ({ table, title }) => (
      <a href={tableHref(editionId, table)} className={linkLook}>
        {title}
      </a>
    ),
  },
  { key: "rows", header: "行", align: "end", width: 1, cell: ({ rows }) => rows.toLocaleString("ja-JP") },
  {
    key: "unconfirmed",
    header: "確かでない",
    align: "end",
    width: 2,
    cell: ({ table, title, unconfirmed }) =>
      unconfirmed === 0 ? (
        "0"
      ) : (
        <a href={`${tableHref(editionId, table)}?only=unconfirmed`} className={linkLook}>
          {unconfirmed.toLocaleString("ja-JP")}
          <VisuallyHidden>行（{title}の確かでない決まり）</VisuallyHidden>
        </a>
      ),
  },
  {
    key: "faults",
    header: "直す所",
    width: 2,
    cell: ({ faults }) => (faults === 0 ? "" : <Tag tone="danger">{`${faults}件`}</Tag>),
  },
  {
    key: "changes",
    header: "写しの元からの変更",
    width: 2,
    cell: ({ table, changes }) => {
      const words = changes === null ? "" : changeWords(changes);
      return (
        words !== "" && (
          <a href={`/admin/rulebook/${editionId}/diff#${table}`} className={linkLook}>
            {words}
          </a>
        )
      );
    },
  },
];

const changeWords = ({ added, removed, changed }: NonNullable<ContentRow["changes"]>): string =>
  [
    { count: added, word: "追加" },
    { count: removed, word: "削除" },
    { count: changed, word: "変更" },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${word}${count}`)
    .join("、");
