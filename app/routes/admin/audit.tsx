import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { AUDIT_PAGE_SIZE, readAudit } from "#app/usecases/operations/read-audit.server.ts";
import { KeysetPages } from "#app/ui/layout/KeysetPages.tsx";
import { actorRoleWords } from "./actor-words.server.ts";
import { auditSubject, auditWord } from "./audit-words.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "監査記録 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "audit.view", async ({ useCase, url }) => {
  const wanted = url.searchParams.get("before") ?? "";
  const before = /^\d{1,15}$/u.test(wanted) ? Number(wanted) : undefined;
  const read = await readAudit(useCase, before);
  if (!read.ok) throw refusalResponse(read.error);
  const { rows, check, next } = read.value;
  return {
    check,
    first: before === undefined,
    nextHref: next === null ? null : `/admin/audit?before=${next}`,
    nextLabel: `次の${AUDIT_PAGE_SIZE}件`,
    rows: rows.map((row) => ({
      sequence: row.sequence,
      at: formatTokyoInstant(row.at),
      actor: row.actorName === "" ? "（ログインなし）" : row.actorName,
      role: actorRoleWords(useCase, row.actorRole),
      action: auditWord(row.action),
      subject: auditSubject(row.subjectKind),
      subjectId: row.subjectId,
      details: JSON.stringify(row.details),
      hash: row.hash.slice(0, 12),
    })),
  };
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

const columns: readonly TableColumn<Row>[] = [
  { key: "sequence", header: "番号", rowHeader: true, align: "end", cell: ({ sequence }) => sequence },
  { key: "at", header: "日時", nowrap: true, cell: ({ at }) => at },
  {
    key: "actor",
    header: "行った人",
    cell: ({ actor, role }) => (
      <>
        {actor}
        <span className="block text-dns-14N-130 break-all text-solid-gray-700">{role}</span>
      </>
    ),
  },
  { key: "action", header: "操作", cell: ({ action }) => action },
  {
    key: "subject",
    header: "対象",
    cell: ({ subject, subjectId }) => (
      <>
        {subject}
        <span className="block text-dns-14N-130 break-all text-solid-gray-700">{subjectId}</span>
      </>
    ),
  },
  {
    key: "details",
    header: "内容",
    nowrap: true,
    cell: ({ details }) =>
      details === "{}" ? (
        ""
      ) : (
        <details>
          <summary className="link inline-block min-h-6 cursor-pointer">見る</summary>
          <code className="block max-w-80 text-dns-14N-130 break-all whitespace-pre-wrap">{details}</code>
        </details>
      ),
  },
  {
    key: "hash",
    header: "ハッシュ",
    nowrap: true,
    cell: ({ hash }) => <code className="text-dns-14N-130">{hash}…</code>,
  },
];

export default function Audit() {
  const { rows, check, first, nextHref, nextLabel } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle title="監査記録" lead="新しい順に表示します。この画面を開いたことも記録に残ります。" />
      {check.kind === "intact" ? (
        <NotificationBanner
          kind="success"
          title={`表示している${check.rows}件は、書いた時のままつながっています`}
        />
      ) : (
        <NotificationBanner kind="error" title={`番号${check.sequence}の記録が、書いた時と違います`} announce>
          <p>記録が書き換えられたか、抜けたおそれがあります。直ちに責任者に知らせてください。</p>
        </NotificationBanner>
      )}
      <Table
        caption="監査記録の一覧"
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ sequence }) => String(sequence)}
        variant="cards"
        stickyHead
      />
      <KeysetPages
        firstHref={first ? null : "/admin/audit"}
        nextHref={nextHref}
        nextLabel={nextLabel}
        summary={`${rows.length}件を表示しています`}
      />
    </>
  );
}
