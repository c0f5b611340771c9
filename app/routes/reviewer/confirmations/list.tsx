/** 局に提出された投資計画の確認の一覧。条件は URL に残る。 */
import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import {
  confirmationTypes,
  confirmationTypeWords,
  isConfirmationType,
} from "#app/domain/confirmation/confirmation-type.ts";
import { confirmationStatuses, confirmationStatusWords } from "#app/domain/confirmation/statuses.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { ConfirmationStatusTag } from "#app/ui/confirmation/ConfirmationStatusTag.tsx";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { KeysetPages } from "#app/ui/layout/KeysetPages.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import {
  type ConfirmationQuery,
  listConfirmations,
} from "#app/usecases/confirmations/list-confirmations.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "投資計画の確認 | 経営力向上計画 電子申請ポータル" }];

const LIST = "/review/confirmations";
const filedStatuses = confirmationStatuses.filter((status) => status !== "draft");

export const loader = guarded("staff", "confirmation.list", async ({ url, useCase }) => {
  const wanted = (name: string): string => url.searchParams.get(name)?.trim() ?? "";
  const type = wanted("type");
  const status = filedStatuses.find((one) => one === wanted("status")) ?? null;
  const query = { status, type: isConfirmationType(type) ? type : null, words: wanted("q").slice(0, 100) };
  const after = readKey(wanted("after"));
  const listed = await listConfirmations(useCase, { ...query, after });
  if (!listed.ok) throw refusalResponse(listed.error);
  const kept = new URLSearchParams({ q: query.words, status: query.status ?? "", type: query.type ?? "" });
  const { next, rows } = listed.value;
  const first = `${LIST}?${kept.toString()}`;
  if (next !== null) kept.set("after", `${next.filedAt}~${next.id}`);
  return {
    query,
    firstHref: after === null ? null : first,
    nextHref: next === null ? null : `${LIST}?${kept.toString()}`,
    rows: rows.map((row) => ({
      id: row.id,
      receiptNumber: row.receiptNumber ?? "",
      companyName: row.companyName,
      type: row.type,
      status: row.status,
      proposed: row.status === "filed" && row.proposal !== null,
      filedAt: row.filedAt === null ? "" : formatTokyoInstant(row.filedAt),
    })),
  };
});

/** 続きを示す鍵。読めない鍵は、はじめのページ。 */
function readKey(text: string): ConfirmationQuery["after"] {
  const [filedAt, id] = text.split("~");
  return filedAt === undefined || id === undefined || !/^[\dTZ:.-]{20,30}$/u.test(filedAt)
    ? null
    : { filedAt, id: id.slice(0, 80) };
}

export default function ConfirmationList() {
  const { query, rows, firstHref, nextHref } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "投資計画の確認" }]} />
      <PageTitle
        title="投資計画の確認"
        lead="B・D・E類型の投資計画の確認の申請です。新しい申請が先に並びます。"
      />
      <form method="get" className="mb-6 grid items-end gap-4 sm:grid-cols-4">
        <Input id="q" name="q" label="受付番号、事業者名" defaultValue={query.words} width="full" dense />
        <Select
          id="type"
          name="type"
          label="類型"
          emptyLabel="すべて"
          options={confirmationTypes.map((type) => ({ value: type, label: confirmationTypeWords[type] }))}
          defaultValue={query.type ?? ""}
          width="full"
          dense
        />
        <Select
          id="status"
          name="status"
          label="状態"
          emptyLabel="すべて"
          options={filedStatuses.map((status) => ({
            value: status,
            label: confirmationStatusWords[status],
          }))}
          defaultValue={query.status ?? ""}
          width="full"
          dense
        />
        <div>
          <Button variant="secondary" size="small">
            絞り込む
          </Button>
        </div>
      </form>
      <Table
        caption="投資計画の確認の一覧"
        captionHidden
        variant="cards"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p>当てはまる申請はありません。</p>}
        columns={[
          {
            key: "receipt",
            header: "受付番号",
            rowHeader: true,
            nowrap: true,
            cell: (row) => (
              <a className="link" href={`${LIST}/${row.id}`}>
                {row.receiptNumber}
              </a>
            ),
          },
          { key: "company", header: "事業者名", cell: (row) => row.companyName },
          { key: "type", header: "類型", nowrap: true, cell: (row) => `${row.type}類型` },
          {
            key: "status",
            header: "状態",
            cell: (row) => (
              <>
                <ConfirmationStatusTag status={row.status} />
                {row.proposed && "　起案あり"}
              </>
            ),
          },
          { key: "filed", header: "申請した日時", nowrap: true, cell: (row) => row.filedAt },
        ]}
      />
      <KeysetPages
        firstHref={firstHref}
        nextHref={nextHref}
        nextLabel="次のページ"
        summary={`${rows.length}件を表示`}
      />
    </>
  );
}
