import type { ReactNode } from "react";
import type { Twelfths } from "./column-width.ts";

export type TableColumn<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** 数値の列は end（右寄せ、桁をそろえる）。 */
  readonly align?: "start" | "end" | undefined;
  /** 行の見出しになる列。表に一つまで。 */
  readonly rowHeader?: boolean | undefined;
  /** 見出しを押したときの並べ替えの宛先。 */
  readonly sortHref?: string | undefined;
  readonly sorted?: "ascending" | "descending" | undefined;
  /** 全体を 12 としたときの幅。省くと中身に任せる。 */
  readonly width?: Twelfths | undefined;
  readonly nowrap?: boolean | undefined;
};

/**
 * 表の要素の役割。display を変えた表（cards）を表として読まない閲覧ソフトがあるので、明示して残す。
 */
export const tableRole = {
  table: { role: "table" },
  rowGroup: { role: "rowgroup" },
  row: { role: "row" },
  columnHeader: { role: "columnheader" },
  rowHeader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;
