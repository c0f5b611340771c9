import { useLoaderData } from "@remix-run/react";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { isUnconfirmed } from "#app/domain/rulebook/table-view.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import { EditionStatusTag } from "#app/ui/rulebook/EditionStatusTag.tsx";
import { today } from "#app/usecases/context.ts";
import { readEditions } from "#app/usecases/operations/read-editions.server.ts";
import { HolidayNotice } from "./HolidayNotice.tsx";
import { holidayNotice } from "./holiday-notice.server.ts";
import { standingOf, standingTags } from "./edition-standing.tsx";
import { editionHref } from "./table-address.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "規則集 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.view", async ({ useCase, actor }) => {
  const read = await readEditions(useCase);
  if (!read.ok) throw refusalResponse(read.error);
  const on = today(useCase);
  const inForce = read.value.find(
    ({ status, effectiveFrom }) => status === "published" && effectiveFrom <= on,
  );
  return {
    holidays: holidayNotice(useCase, inForce?.id ?? null),
    editable: mayDo(actor, "rulebook.edit").allowed,
    editions: read.value.map((edition) => ({
      id: edition.id,
      label: edition.label,
      status: edition.status,
      standing: standingOf(edition, on, inForce?.id),
      effectiveFrom: formatJapaneseDate(edition.effectiveFrom as CivilDate),
      who: edition.publishedByName ?? (edition.createdByName || "（ファイルからの取込み）"),
      at: formatTokyoInstant(edition.publishedAt ?? edition.createdAt),
      reason: edition.statusReason,
      total: [...edition.facts.values()].reduce((sum, count) => sum + count, 0),
      unconfirmed: [...edition.facts]
        .filter(([certainty]) => isUnconfirmed({ certainty }))
        .reduce((sum, [, count]) => sum + count, 0),
    })),
  };
});

type Edition = ReturnType<typeof useLoaderData<typeof loader>>["editions"][number];

const columnsFor = (editable: boolean): readonly TableColumn<Edition>[] => [
  {
    key: "label",
    header: "版",
    rowHeader: true,
    cell: ({ id, label }) => (
      <a href={editionHref(id)} className="link inline-block min-h-6 pointer-coarse:py-2">
        {label}
      </a>
    ),
  },
  {
    key: "status",
    header: "状態",
    cell: ({ status, standing }) => standingTags[standing] ?? <EditionStatusTag status={status} />,
  },
  { key: "effectiveFrom", header: "施行日", nowrap: true, cell: ({ effectiveFrom }) => effectiveFrom },
  {
    key: "who",
    header: "公布・作成",
    cell: ({ who, at }) => (
      <>
        {who}
        <span className="block text-dns-14N-130 text-solid-gray-700">{at}</span>
      </>
    ),
  },
  { key: "reason", header: "理由", cell: ({ reason }) => reason },
  { key: "total", header: "決まり", align: "end", cell: ({ total }) => total.toLocaleString("ja-JP") },
  {
    key: "unconfirmed",
    header: "確かでない",
    align: "end",
    cell: ({ unconfirmed }) => unconfirmed.toLocaleString("ja-JP"),
  },
  {
    key: "clone",
    header: "操作",
    nowrap: true,
    cell: ({ id, label, status }) =>
      editable &&
      status === "published" && (
        <a href={`${editionHref(id)}/clone`} className="link inline-block min-h-6 pointer-coarse:py-2">
          写して新しい版を作る<VisuallyHidden>（{label}）</VisuallyHidden>
        </a>
      ),
  },
];

const groups = [
  { title: "編集している版", statuses: ["draft", "submitted"] },
  { title: "公布した版", statuses: ["published"] },
  { title: "取りやめた版", statuses: ["abandoned"] },
] as const;

export default function Editions() {
  const { editions, editable, holidays } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title="規則集"
        lead="業種、提出先、指針、設備、期限、文書などの決まりの版です。公布した版は変わりません。変えるときは、公布した版を写して編集し、別の管理者が施行日を付けて公布します。"
      />
      <HolidayNotice notice={holidays} />
      {editions.length === 0 && <EmptyState title="規則集の版がありません" />}
      {groups.map(({ title, statuses }) => {
        const rows = editions.filter(({ status }) => (statuses as readonly string[]).includes(status));
        return (
          rows.length > 0 && (
            <section key={title} className="mb-8">
              <SectionTitle>{title}</SectionTitle>
              <Table
                caption={title}
                captionHidden
                columns={columnsFor(editable)}
                rows={rows}
                rowKey={({ id }) => id}
                variant="cards"
              />
            </section>
          )
        );
      })}
    </>
  );
}
