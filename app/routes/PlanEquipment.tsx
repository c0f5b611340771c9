import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import type { EquipmentView } from "./plan-equipment-view.server.ts";

/** 計画の設備と、取得したこと。 */
export function PlanEquipment({
  equipment,
  recordNew,
}: {
  readonly equipment: readonly EquipmentView[];
  /** 計画に書いていない設備の取得を記録する画面。記録できない人では null。 */
  readonly recordNew: string | null;
}) {
  const columns: readonly TableColumn<EquipmentView>[] = [
    {
      key: "name",
      header: "設備等",
      rowHeader: true,
      cell: ({ name, model }) => (model === "" ? name : `${name}（${model}）`),
    },
    { key: "planned", header: "計画", cell: ({ planned }) => planned },
    {
      key: "acquired",
      header: "取得",
      cell: ({ acquired }) => acquired ?? <Tag tone="neutral">まだ取得していない</Tag>,
    },
    {
      key: "judged",
      header: "取得の時期",
      cell: ({ judged }) =>
        judged.length === 0 ? (
          ""
        ) : (
          <ul className="flex flex-col gap-1">
            {judged.map(({ tone, text }) => (
              <li key={text}>
                {text.length > 20 ? (
                  <>
                    <Tag tone={tone}>{tone === "info" ? "申請中" : "確かめる"}</Tag> {text}
                  </>
                ) : (
                  <Tag tone={tone}>{text}</Tag>
                )}
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <>
      <SectionTitle id="equipment">設備等の取得</SectionTitle>
      <Table
        caption="設備等の取得"
        captionHidden
        variant="cards"
        rows={equipment}
        rowKey={({ key }) => key}
        empty={<p>計画に書いた設備はありません。</p>}
        columns={[...columns, ...(equipment.some(({ href }) => href !== null) ? [recordColumn] : [])]}
      />
      {recordNew !== null && (
        <p className="print-hidden mt-3">
          <a className="link" href={recordNew}>
            計画に書いていない設備の取得を記録する
          </a>
        </p>
      )}
    </>
  );
}

const recordColumn: TableColumn<EquipmentView> = {
  key: "record",
  header: "記録",
  cell: ({ href, acquired, name }) =>
    href === null ? (
      ""
    ) : (
      <a className="link" href={href}>
        {acquired === null ? "取得を記録する" : "記録を直す"}
        <span className="sr-only">（{name}）</span>
      </a>
    ),
};
