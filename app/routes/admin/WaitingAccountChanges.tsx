import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import type { ShownAccessChange } from "./AccessChangeTable.tsx";

type Waiting = ShownAccessChange & { readonly companyName: string; readonly href: string };

const columns: readonly TableColumn<Waiting>[] = [
  {
    key: "what",
    header: "変更",
    rowHeader: true,
    cell: ({ what, subject }) => (
      <>
        {what}
        <span className="block font-400">{subject}</span>
      </>
    ),
  },
  { key: "company", header: "会社", cell: ({ companyName }) => companyName },
  { key: "asked", header: "求めた人", cell: ({ asked }) => asked },
  {
    key: "open",
    header: "操作",
    cell: ({ href, subject }) => (
      <a className="link" href={href}>
        <VisuallyHidden>{subject}の求めの</VisuallyHidden>会社を開いて決める
      </a>
    ),
  },
];

/** まだ決まっていない、事業者のアカウントの求め。新しい順。 */
export const WaitingAccountChanges = ({ changes }: { readonly changes: readonly Waiting[] }) => (
  <Table
    caption="確認を待っている求め"
    captionHidden
    columns={columns}
    rows={changes}
    rowKey={({ id }) => id}
    variant="cards"
    empty={<p>確認を待っている求めはありません。</p>}
  />
);
