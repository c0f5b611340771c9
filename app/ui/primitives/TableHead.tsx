import { classNames } from "../class-names.ts";
import { tableRole, type TableColumn } from "./table-column.ts";

const sortMarks = { ascending: "▲", descending: "▼", none: "△" } as const;

/** 表の見出し行。並べ替えはリンクで行い、今の順は aria-sort で伝える。 */
export function TableHead<Row>({
  columns,
  sticky,
}: {
  readonly columns: readonly TableColumn<Row>[];
  readonly sticky: boolean;
}) {
  return (
    <thead {...tableRole.rowGroup}>
      <tr {...tableRole.row}>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            {...tableRole.columnHeader}
            aria-sort={column.sortHref === undefined ? undefined : (column.sorted ?? "none")}
            className={classNames(
              "border-b-2 border-solid-gray-600 bg-solid-gray-50 px-3 py-2 align-bottom text-dns-14B-130 text-solid-gray-800",
              column.align === "end" ? "text-right" : "text-left",
              (column.nowrap === true || column.sortHref !== undefined) && "md:whitespace-nowrap",
              sticky && "lg:sticky lg:top-0 lg:z-10 lg:shadow-[inset_0_-2px_0_var(--color-solid-gray-600)]",
            )}
          >
            {column.sortHref === undefined ? (
              column.header
            ) : (
              <a href={column.sortHref} className="link inline-flex min-h-6 items-center gap-1">
                {column.header}
                <span aria-hidden="true">{sortMarks[column.sorted ?? "none"]}</span>
              </a>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
