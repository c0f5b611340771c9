import { useLoaderData } from "@remix-run/react";
import { tableGroups } from "#app/domain/rulebook/descriptors/column-input.ts";
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { readEditionContents } from "#app/usecases/rulebook/read-edition-contents.server.ts";
import { EditionFrame } from "./EditionFrame.tsx";
import { EditionOperations } from "./EditionOperations.tsx";
import { contentColumns } from "./content-columns.tsx";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { commandDone } from "./status-commands.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "規則集の版 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.view", async (guard) => {
  const opened = await openEditionPage(guard);
  const contents = await readEditionContents(guard.useCase, opened.edition.id);
  if (!contents.ok) throw refusalResponse(contents.error);
  const tables = contents.value.map((one) => {
    const { title, group } = tableWords(one.table);
    return { ...one, title, group, faults: one.faults.length };
  });
  const faults = contents.value.flatMap((one) =>
    one.faults.map((fault) => ({ ...fault, title: tableWords(one.table).title, table: one.table })),
  );
  return {
    edition: editionHeading(opened, guard.actor),
    edits: opened.edits.length,
    done: commandDone(guard.url.searchParams.get("done")),
    groups: Object.entries(tableGroups).map(([group, title]) => ({
      title,
      tables: tables.filter((one) => one.group === group),
    })),
    faults: faults.slice(0, FAULTS_SHOWN),
    faultCount: faults.length,
  };
});

const FAULTS_SHOWN = 20;

export default function EditionPage() {
  const { edition, edits, done, groups, faults, faultCount } = useLoaderData<typeof loader>();
  return (
    <EditionFrame edition={edition} page="">
      {done !== null && <NotificationBanner kind="success" title={done} announce />}
      {faultCount > 0 && (
        <NotificationBanner kind="warning" title={`直さなければ公布できない所が${faultCount}件あります`}>
          <ul className="list-disc pl-5">
            {faults.map(({ table, title, line, message }) => (
              <li key={`${table}${line}${message}`}>
                <a href={`/admin/rulebook/${edition.id}/${table}`} className="link inline-block min-h-6">
                  {title}
                </a>
                {line > 1 && `　${line - 1}行目`}：{message}
              </li>
            ))}
          </ul>
          {faultCount > faults.length && <p>ほか{faultCount - faults.length}件</p>}
        </NotificationBanner>
      )}
      <div className="mb-6 max-w-[60rem]">
        <SummaryList
          rows={[
            { key: "created", label: "作成", value: edition.created },
            ...(edition.submitted === ""
              ? []
              : [{ key: "submitted", label: "公布待ちにした人", value: edition.submitted }]),
            ...(edition.published === ""
              ? []
              : [{ key: "published", label: "公布した人", value: edition.published }]),
            { key: "reason", label: "今の状態にした理由", value: edition.reason },
            { key: "edits", label: "編集", value: `${edits}件` },
          ]}
          emptyText="（ファイルから取り込んだ版）"
        />
        <EditionOperations edition={edition} />
      </div>
      {groups.map(({ title, tables }) => (
        <section key={title} className="mb-8">
          <SectionTitle>{title}</SectionTitle>
          <Table
            caption={title}
            captionHidden
            columns={contentColumns(edition.id)}
            rows={tables}
            rowKey={({ table }) => table}
            variant="cards"
          />
        </section>
      ))}
    </EditionFrame>
  );
}
