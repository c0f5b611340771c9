import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import { BulkPanel } from "#app/ui/rulebook/BulkPanel.tsx";
import { EditionStatusTag } from "#app/ui/rulebook/EditionStatusTag.tsx";
import { RowPanel } from "#app/ui/rulebook/RowPanel.tsx";
import { RuleTable } from "#app/ui/rulebook/RuleTable.tsx";
import { TableFilters } from "#app/ui/rulebook/TableFilters.tsx";
import { submittedForm } from "../../reviewer/submitted-form.server.ts";
import { OrderForm } from "./OrderForm.tsx";
import { TablePages } from "./TablePages.tsx";
import { UndoBanner } from "./UndoBanner.tsx";
import { withLetterPreview } from "./letter-row-preview.server.ts";
import { tableAction } from "./table-action.server.ts";
import { openTable, tablePage } from "./table-page.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "規則集の表 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.view", async (guard) => {
  const editor = await openTable(guard);
  const page = tablePage(editor, guard.url, guard.actor);
  return { ...page, panel: page.panel === null ? null : await withLetterPreview(guard, editor, page.panel) };
});

export const action = guarded("staff", "rulebook.edit", async (guard) =>
  tableAction(guard, await submittedForm(guard.request)),
);

export default function RulebookTable() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problem = answer?.problem ?? null;
  const panel = answer?.panel ?? page.panel;
  const bulk = answer?.bulk ?? page.bulk;
  const selected = new Set(answer?.selected);
  const rows = page.rows.map((row) => ({
    ...row,
    open: panel !== null && panel.mode !== "add" && row.factId === panel.factId,
    selected: selected.has(row.factId),
  }));
  const inPlace = rows.some(({ open }) => open);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "規則集", href: "/admin/rulebook" },
          { label: page.edition.label, href: page.edition.href },
          { label: page.title },
        ]}
      />
      <PageTitle
        title={page.title}
        caption={`${page.edition.label}　${page.group}`}
        tag={<EditionStatusTag status={page.edition.status} />}
        lead={page.lead}
        actions={
          page.editable && (
            <ButtonLink href={page.addHref} variant="secondary" size="small">
              行を足す
            </ButtonLink>
          )
        }
      />
      {problem !== null && <NotificationBanner kind="error" title={problem} announce />}
      {page.done !== null && answer === undefined && page.editable && (
        <UndoBanner edit={page.done} action={page.action} />
      )}
      {page.tabs.length > 1 && <Tabs label="関わる表" tabs={page.tabs} />}
      <TableFilters filters={page.filters} />
      {page.editable && page.ordered && (
        <OrderForm
          reason={page.reason}
          revision={bulk.revision}
          action={page.action}
          renumberable={page.renumberable}
        />
      )}
      {panel !== null && !inPlace && (
        <div className="mb-6">
          <RowPanel panel={panel} />
        </div>
      )}
      <p id="rows" className="mb-2 text-dns-16N-130 tabular-nums">
        {page.matching === page.total
          ? `${page.total.toLocaleString("ja-JP")}行`
          : `${page.total.toLocaleString("ja-JP")}行のうち、${page.matching.toLocaleString("ja-JP")}行`}
        {page.pages.of > 1 && `（${page.pages.page}／${page.pages.of}頁）`}
      </p>
      <RuleTable
        caption={page.title}
        headingLabel={page.headingLabel}
        columns={page.columns}
        rows={rows}
        editable={page.editable}
        panel={panel}
      />
      <TablePages pages={page.pages} />
      {page.editable && <BulkPanel bulk={bulk} action={page.action} />}
    </>
  );
}
