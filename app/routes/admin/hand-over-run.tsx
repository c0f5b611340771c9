import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { effectWords, findingCodes } from "#app/domain/hand-over/finding.ts";
import { recordKinds, recordKindWords } from "#app/domain/hand-over/records.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { KeysetPages } from "#app/ui/layout/KeysetPages.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { FINDINGS_PAGE, readImport } from "#app/usecases/hand-over/read-imports.server.ts";
import { runStates } from "./hand-over-words.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "引継ぎの報告 | 経営力向上計画 電子申請ポータル" }];

const number = (value: number): string => value.toLocaleString("ja-JP");

export const loader = guarded("staff", "handOver.view", async ({ useCase, param, url }) => {
  const wanted = url.searchParams.get("after") ?? "";
  const after = /^\d{1,15}$/u.test(wanted) ? Number(wanted) : 0;
  const read = readImport(useCase, param("run"), after);
  if (!read.ok) throw refusalResponse(read.error);
  const { run, findings, next } = read.value;
  return {
    id: run.id,
    state: run.state,
    summary: [
      { key: "madeBy", label: "渡したシステム", value: run.madeBy },
      { key: "madeAt", label: "一式を作った日時", value: formatTokyoInstant(run.madeAt) },
      { key: "startedAt", label: "始めた日時", value: formatTokyoInstant(run.startedAt) },
      {
        key: "finishedAt",
        label: "終えた日時",
        value: run.finishedAt === null ? "まだ終わっていません" : formatTokyoInstant(run.finishedAt),
      },
      { key: "manifest", label: "目録のハッシュ", value: run.manifestSha256 },
      { key: "incomeGrowth", label: "捨てた所得拡大の記録", value: `${number(run.counts.incomeGrowth)}件` },
    ],
    kinds: recordKinds.map((kind) => {
      const { given, accepted, known, refused } = run.counts.kinds[kind];
      const cells = [given, accepted, known, refused].map(number);
      return { key: kind, label: recordKindWords[kind], cells };
    }),
    findings: findings.map(({ sequence, effect, file, line, field, code, reason }) => ({
      sequence,
      effect: effectWords[effect],
      place: line === 0 ? file : `${file} の${line}行目`,
      field,
      code: findingCodes[code],
      reason,
    })),
    firstHref: after === 0 ? null : `/admin/hand-over/${run.id}`,
    nextHref: next === null ? null : `/admin/hand-over/${run.id}?after=${next}`,
    nextLabel: `次の${FINDINGS_PAGE}行`,
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const kindColumns: readonly TableColumn<Loaded["kinds"][number]>[] = [
  { key: "kind", header: "種類", rowHeader: true, cell: ({ label }) => label },
  ...["目録の行", "取り込む", "もう入っている", "取り込まない"].map(
    (header, index): TableColumn<Loaded["kinds"][number]> => ({
      key: header,
      header,
      align: "end",
      cell: ({ cells }) => cells[index],
    }),
  ),
];

const findingColumns: readonly TableColumn<Loaded["findings"][number]>[] = [
  {
    key: "place",
    header: "所",
    rowHeader: true,
    cell: ({ place }) => <span className="break-all">{place}</span>,
  },
  { key: "effect", header: "扱い", nowrap: true, cell: ({ effect }) => effect },
  { key: "field", header: "欄", cell: ({ field }) => <span className="break-all">{field}</span> },
  { key: "code", header: "種類", cell: ({ code }) => code },
  { key: "reason", header: "理由", cell: ({ reason }) => reason },
];

export default function HandOverRun() {
  const { id, state, summary, kinds, findings, firstHref, nextHref, nextLabel } =
    useLoaderData<typeof loader>();
  const none = findings.length === 0 && firstHref === null;
  return (
    <>
      <Breadcrumbs items={[{ label: "引継ぎ", href: "/admin/hand-over" }, { label: "引継ぎの報告" }]} />
      <PageTitle
        title="引継ぎの報告"
        tag={<Tag tone={runStates[state].tone}>{runStates[state].label}</Tag>}
      />
      <SummaryList
        rows={summary.map((row) => ({ ...row, value: <span className="break-all">{row.value}</span> }))}
      />
      <div className="mt-8">
        <Table caption="種類ごとの行の数" columns={kindColumns} rows={kinds} rowKey={({ key }) => key} />
      </div>
      <SectionTitle>取り込まない行と、直した行</SectionTitle>
      {none ? (
        <EmptyState title="全部の行を、そのまま取り込みました" />
      ) : (
        <>
          <p className="mb-4">
            <ButtonLink href={`/admin/hand-over/${id}/findings.csv`} variant="secondary" size="small">
              全部を CSV で受け取る
            </ButtonLink>
          </p>
          <Table
            caption="取り込まない行と、直した行の一覧"
            captionHidden
            columns={findingColumns}
            rows={findings}
            rowKey={({ sequence }) => String(sequence)}
            variant="cards"
          />
          <KeysetPages
            firstHref={firstHref}
            nextHref={nextHref}
            nextLabel={nextLabel}
            summary={`${findings.length}行を表示しています`}
          />
        </>
      )}
    </>
  );
}
