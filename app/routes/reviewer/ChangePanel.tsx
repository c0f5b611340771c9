import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import type { VersionLine } from "./change-view.server.ts";
import type { RecordView } from "./record-view.server.ts";

type Props = { readonly record: Pick<RecordView, "id" | "change" | "versions"> };

/** 変更認定申請の変える元の認定と、同じ計画の版。計画になっていない申請では何も出さない。 */
export function ChangePanel({ record }: Props) {
  const { change, versions } = record;
  if (change === null && versions.length === 0) return null;
  return (
    <DescriptionCard title={change === null ? "この計画の版" : "変更の認定申請"} id="change">
      {change !== null && (
        <SummaryList
          rows={[
            { key: "base", label: "変える元の認定", value: change.base },
            ...(change.first === null ? [] : [{ key: "first", label: "当初の認定", value: change.first }]),
            { key: "office", label: "認定した局", value: change.officeName },
            { key: "count", label: "変わった所", value: <ChangeCount record={record} /> },
          ]}
        />
      )}
      {versions.length > 0 && (
        <div className="mt-4">
          <Table
            caption={change === null ? "版の一覧" : "この計画の版"}
            captionHidden={change === null}
            variant="cards"
            columns={columns}
            rows={versions}
            rowKey={({ version }) => String(version)}
          />
        </div>
      )}
    </DescriptionCard>
  );
}

/** 変わった所の数と、変更点の画面へのリンク。 */
export function ChangeCount({
  record: { id, change },
}: {
  readonly record: Pick<RecordView, "id" | "change">;
}) {
  if (change === null) return null;
  if (change.count === null) return "紙で受けた認定のため、このポータルでは比べられません";
  if (change.version === null) return `${change.count}か所`;
  return (
    <a className="link" href={`/review/applications/${id}/changes?from=version-${change.version}`}>
      {change.count}か所
    </a>
  );
}

const columns = [
  {
    key: "version",
    header: "版",
    rowHeader: true,
    nowrap: true,
    cell: ({ version, href }: VersionLine) =>
      href === null ? (
        `第${version}版`
      ) : (
        <a className="link" href={href}>
          第{version}版
        </a>
      ),
  },
  { key: "kind", header: "種類", nowrap: true, cell: ({ kind }: VersionLine) => kind },
  { key: "number", header: "文書番号", cell: ({ number }: VersionLine) => number },
  { key: "certifiedOn", header: "認定日", nowrap: true, cell: ({ certifiedOn }: VersionLine) => certifiedOn },
  { key: "period", header: "実施時期", cell: ({ period }: VersionLine) => period },
  { key: "note", header: "この申請との関係", cell: ({ note }: VersionLine) => note },
] as const;
