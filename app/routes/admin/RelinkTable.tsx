import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import type { ShownCandidate } from "./relink-view.server.ts";

const columns: readonly TableColumn<ShownCandidate>[] = [
  {
    key: "name",
    header: "利用者",
    rowHeader: true,
    cell: ({ name, email, type }) => (
      <>
        {name}（{type}）<span className="block break-all font-400">{email}</span>
      </>
    ),
  },
  { key: "since", header: "初めてログインした時", cell: ({ since }) => since },
  {
    key: "same",
    header: "前のアカウントとの違い",
    cell: ({ same }) => (
      <ul>
        {same.map(({ key, label, words, differs }) => (
          <li key={key} className={differs ? "font-700" : undefined}>
            {label}：{words}
          </li>
        ))}
      </ul>
    ),
  },
  { key: "fault", header: "引き継げるか", cell: ({ fault }) => fault ?? "引き継げます" },
];

/** 引き継ぐ先の候補と、前のアカウントとの違い。 */
export const RelinkTable = ({ candidates }: { readonly candidates: readonly ShownCandidate[] }) => (
  <Table
    caption="引き継ぐ先の候補"
    captionHidden
    columns={columns}
    rows={candidates}
    rowKey={({ id }) => id}
    variant="cards"
    empty={
      <p>
        この会社のほかのアカウントは、まだありません。新しいアカウントで一度ログインしてもらってください。
      </p>
    }
  />
);
