import { MeterBar } from "#app/ui/primitives/MeterBar.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";

export type ShownExport = {
  readonly id: string;
  readonly createdAt: string;
  readonly narrowed: string;
  readonly format: "csv" | "xlsx";
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly written: number;
  readonly total: number;
};

const count = (value: number): string => value.toLocaleString("ja-JP");

/** 頼んだ書出しと、その進み具合。 */
export function ExportTable({ exports }: { readonly exports: readonly ShownExport[] }) {
  return (
    <Table
      caption="頼んだ書出し"
      variant="cards"
      rows={exports}
      rowKey={({ id }) => id}
      columns={[
        { key: "createdAt", header: "頼んだ日時", rowHeader: true, cell: ({ createdAt }) => createdAt },
        {
          key: "narrowed",
          header: "絞り込み",
          cell: ({ narrowed }) => (narrowed === "" ? "なし" : narrowed),
        },
        { key: "format", header: "形", cell: ({ format }) => (format === "csv" ? "CSV" : "Excel（XLSX）") },
        { key: "state", header: "進み具合", cell: (one) => <Progress one={one} /> },
      ]}
    />
  );
}

function Progress({ one }: { readonly one: ShownExport }) {
  switch (one.state) {
    case "done":
      return (
        <a href={`/review/exports/${one.id}/file`} className="link" download>
          {count(one.total)}件のファイルを受け取る
        </a>
      );
    case "failed":
      return "作れませんでした。一覧から、もう一度頼んでください。";
    case "waiting":
    case "running":
      return (
        <MeterBar
          label={one.state === "waiting" ? "順番を待っています" : "作っています"}
          value={one.written}
          max={one.total}
          text={`${count(one.written)}件／${count(one.total)}件`}
        />
      );
  }
}
