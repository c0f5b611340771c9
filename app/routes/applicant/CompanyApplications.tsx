import type { ShownStatus } from "#app/domain/workflow/statuses.ts";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { applicationPath, companyPath } from "./paths.ts";

type CompanyApplicationRow = {
  readonly id: string;
  readonly receiptNumber: string;
  readonly status: ShownStatus;
  readonly filedAt: string;
  readonly updatedAt: string;
  /** 書いている申請の、済んだ区画の数と全部の数。 */
  readonly progress: { readonly done: number; readonly total: number } | null;
};

/** 会社の申請の一覧。 */
export function CompanyApplications({
  companyKey,
  rows,
}: {
  readonly companyKey: string;
  readonly rows: readonly CompanyApplicationRow[];
}) {
  return rows.length === 0 ? (
    <EmptyState
      title="まだ申請がありません"
      action={<ButtonLink href={`${companyPath(companyKey)}/applications/new`}>新しく申請する</ButtonLink>}
    >
      <p>下書きは、途中で閉じても残ります。</p>
    </EmptyState>
  ) : (
    <Table
      caption="申請の一覧"
      captionHidden
      variant="cards"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "number",
          header: "受付番号",
          rowHeader: true,
          cell: (row) => (
            <a className="link" href={applicationPath({ companyKey, applicationId: row.id })}>
              {row.receiptNumber}
            </a>
          ),
        },
        { key: "status", header: "状態", cell: (row) => <StatusTag status={row.status} /> },
        {
          key: "progress",
          header: "進み具合",
          cell: ({ progress }) => (progress === null ? "" : `完了 ${progress.done} / ${progress.total}`),
        },
        { key: "filed", header: "申請した日時", cell: (row) => row.filedAt },
        { key: "updated", header: "最後の変更", cell: (row) => row.updatedAt },
      ]}
    />
  );
}
