/** 局の確認の一覧のひな形を並べる画面。 */
import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { officeChecklists } from "#app/usecases/review/checklist-templates.server.ts";
import { EVERY_GUIDELINE } from "./checklist-words.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "局の確認の一覧 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "office.editChecklists", async ({ useCase, url }) => {
  const found = await officeChecklists(useCase);
  if (!found.ok) throw refusalResponse(found.error);
  const { offices, guidelines } = currentRulebook(useCase).rulebook;
  const done = url.searchParams.get("done");
  return {
    templates: found.value.map((template) => ({
      id: template.id,
      office: offices.get(template.officeCode)?.name ?? template.officeCode,
      guideline:
        template.guidelineId === ""
          ? EVERY_GUIDELINE
          : (guidelines.get(template.guidelineId)?.name ?? template.guidelineId),
      items: template.items.length,
      required: template.items.filter(({ required }) => required).length,
      updated: `${template.updatedByName}、${formatTokyoInstant(template.updatedAt)}`,
    })),
    done:
      done === "saved" ? "確認の一覧を保存しました" : done === "removed" ? "確認の一覧を消しました" : null,
  };
});

type Template = ReturnType<typeof useLoaderData<typeof loader>>["templates"][number];

const columns: readonly TableColumn<Template>[] = [
  {
    key: "guideline",
    header: "指針",
    rowHeader: true,
    cell: ({ id, guideline }) => (
      <a className="link" href={`/review/checklists/${id}`}>
        {guideline}
      </a>
    ),
  },
  { key: "items", header: "項目", cell: ({ items, required }) => `${items}個（必ず確認 ${required}個）` },
  { key: "office", header: "局", cell: ({ office }) => office },
  { key: "updated", header: "最後に直した人", cell: ({ updated }) => updated },
];

export default function Checklists() {
  const { templates, done } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "局の確認の一覧" }]} />
      {done !== null && <NotificationBanner kind="success" title={done} announce />}
      <PageTitle
        title="局の確認の一覧"
        lead="審査で確かめる項目を、指針ごとに決めておきます。申請の画面で一つずつ答えられます。局の決まりなので、埋まっていなくても起案と決裁はできます。直しても、済んだ確認は変わりません。"
      />
      <Table
        caption="いまの一覧"
        columns={columns}
        rows={templates}
        rowKey={({ id }) => id}
        variant="cards"
        empty={<p>まだ一覧はありません。下から作れます。</p>}
      />
      <SectionTitle>新しい一覧</SectionTitle>
      <form method="get" action="/review/checklists/new">
        <Select
          id="from"
          name="from"
          label="元にする一覧"
          help="選んだ一覧の項目を写して作り始めます。"
          options={templates.map(({ id, guideline, office }) => ({
            value: id,
            label: `${guideline}（${office}）`,
          }))}
          emptyLabel="何もない所から作る"
          width="lg"
        />
        <ButtonGroup>
          <Button variant="secondary">一覧を作る</Button>
        </ButtonGroup>
      </form>
    </div>
  );
}
