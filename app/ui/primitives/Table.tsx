import { Fragment, type ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { columnWidths } from "./column-width.ts";
import { tableRole, type TableColumn } from "./table-column.ts";
import { TableHead } from "./TableHead.tsx";

export type { TableColumn } from "./table-column.ts";

export type TableVariant = "scroll" | "cards";

export type TableProps<Row> = {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** 行の要素の id（リンク先にするとき）。 */
  readonly rowId?: ((row: Row) => string) | undefined;
  /** 合計行。columns と同じ数。先頭の欄は行の見出しになる。 */
  readonly totals?: readonly ReactNode[] | undefined;
  /** cards は狭い画面で一行を一枚のカードにする。scroll は横に送る。 */
  readonly variant?: TableVariant | undefined;
  readonly stickyHead?: boolean | undefined;
  /** 行のすぐ下に、表の幅いっぱいに広げて出す物（編集の欄など）。無ければ null。 */
  readonly below?: ((row: Row) => ReactNode) | undefined;
  /** 行が無いときに表の代わりに出す物。 */
  readonly empty?: ReactNode;
};

/** 表。カードに組み替えても表として読まれるよう、役割を明示する。 */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, variant = "scroll", stickyHead = false } = props;
  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  return (
    <section
      aria-label={props.caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- 横に送る表をキーボードでも送れるようにする
      tabIndex={0}
      className={classNames("overflow-x-auto print:overflow-visible", stickyHead && "lg:overflow-visible")}
    >
      <table
        {...tableRole.table}
        className={classNames(
          "w-full border-collapse text-dns-16N-130 leading-150",
          variant === "cards" && "table-cards",
        )}
      >
        <caption className={props.captionHidden === true ? "sr-only" : "mb-2 text-left text-std-17B-170"}>
          {props.caption}
        </caption>
        {columns.some((column) => column.width !== undefined) && (
          <colgroup>
            {columns.map((column) => (
              <col
                key={column.key}
                className={column.width === undefined ? undefined : columnWidths[column.width]}
              />
            ))}
          </colgroup>
        )}
        <TableHead columns={columns} sticky={stickyHead} />
        <tbody {...tableRole.rowGroup}>
          {rows.map((row) => {
            const below = props.below?.(row) ?? null;
            return (
              <Fragment key={props.rowKey(row)}>
                <tr
                  id={props.rowId?.(row)}
                  {...tableRole.row}
                  className="border-b border-solid-gray-300 hover:bg-solid-gray-50"
                >
                  {columns.map((column) => (
                    <BodyCell key={column.key} column={column} variant={variant}>
                      {column.cell(row)}
                    </BodyCell>
                  ))}
                </tr>
                {below !== null && (
                  <tr {...tableRole.row} className="border-b border-solid-gray-300">
                    <td {...tableRole.cell} colSpan={columns.length} className="p-0">
                      {below}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
        {props.totals !== undefined && (
          <TotalsRow columns={columns} totals={props.totals} variant={variant} />
        )}
      </table>
    </section>
  );
}

function cellLook<Row>(column: TableColumn<Row>): string | undefined {
  return classNames(
    "px-3 py-2 align-top",
    column.align === "end" ? "text-right tabular-nums" : "text-left",
    (column.nowrap === true || column.align === "end") && "md:whitespace-nowrap",
  );
}

function BodyCell<Row>({
  column,
  variant,
  children,
}: {
  readonly column: TableColumn<Row>;
  readonly variant: TableVariant;
  readonly children: ReactNode;
}) {
  return column.rowHeader === true ? (
    <th scope="row" {...tableRole.rowHeader} className={classNames(cellLook(column), "font-700")}>
      {children}
    </th>
  ) : (
    <td {...tableRole.cell} data-label={column.header} className={cellLook(column)}>
      {variant === "scroll" || isBlank(children) ? children : <div className="min-w-0">{children}</div>}
    </td>
  );
}

/** カードでは空の欄を見出しごと隠すので、空なら何も置かない。 */
function isBlank(content: ReactNode): boolean {
  return content === "" || content === null || content === undefined || content === false;
}

function TotalsRow<Row>({
  columns,
  totals,
  variant,
}: {
  readonly columns: readonly TableColumn<Row>[];
  readonly totals: readonly ReactNode[];
  readonly variant: TableVariant;
}) {
  return (
    <tfoot {...tableRole.rowGroup}>
      <tr {...tableRole.row} className="border-t-2 border-solid-gray-600 bg-solid-gray-50 font-700">
        {columns.map((column, index) => (
          <BodyCell key={column.key} column={{ ...column, rowHeader: index === 0 }} variant={variant}>
            {totals[index]}
          </BodyCell>
        ))}
      </tr>
    </tfoot>
  );
}
