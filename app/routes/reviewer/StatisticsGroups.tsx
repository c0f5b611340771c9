import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { ShareBar } from "#app/ui/statistics/ShareBar.tsx";
import { days, LinkedCount, share } from "./statistics-cells.tsx";
import type { GroupLine } from "./statistics-cells.tsx";

/** まとまりごとの数。 */
export function GroupTable({
  title,
  lines,
  total,
}: {
  readonly title: string;
  readonly lines: readonly GroupLine[];
  readonly total: GroupLine;
}) {
  const max = Math.max(0, ...lines.map(({ filed }) => filed.count));
  const columns: readonly TableColumn<GroupLine>[] = [
    { key: "label", header: title, rowHeader: true, cell: ({ label }) => label, width: 3 },
    {
      key: "filed",
      header: "申請",
      align: "end",
      cell: ({ filed }) => (
        <>
          <LinkedCount linked={filed} />
          {filed !== total.filed && <ShareBar value={filed.count} max={max} />}
        </>
      ),
    },
    { key: "open", header: "処理中", align: "end", cell: ({ open }) => <LinkedCount linked={open} /> },
    {
      key: "certified",
      header: "認定",
      align: "end",
      cell: ({ certified }) => <LinkedCount linked={certified} />,
    },
    {
      key: "returned",
      header: "差し戻した申請",
      align: "end",
      cell: ({ returned }) => <LinkedCount linked={returned} />,
    },
    {
      key: "share",
      header: "差戻しの割合",
      align: "end",
      cell: ({ returned, filed }) => share(returned.count, filed.count),
    },
    { key: "median", header: "処理日数の中央値", align: "end", cell: ({ lead }) => days(lead, "median") },
    { key: "p90", header: "90%が済んだ日数", align: "end", cell: ({ lead }) => days(lead, "p90") },
  ];
  return (
    <Table
      caption={`${title}ごと`}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ value }) => value}
      totals={columns.map(({ cell }) => cell(total))}
    />
  );
}
