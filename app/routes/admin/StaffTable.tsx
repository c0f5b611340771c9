import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";

type Place = { readonly value: string; readonly label: string };

export type ShownPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly roles: readonly Place[];
  readonly withheld: readonly Place[];
};

const columns: readonly TableColumn<ShownPerson>[] = [
  {
    key: "name",
    header: "職員",
    rowHeader: true,
    cell: ({ name, email, active }) => (
      <>
        {name} {!active && <Tag tone="warning">止めています</Tag>}
        <span className="block break-all font-400">{email}</span>
      </>
    ),
  },
  {
    key: "roles",
    header: "役割",
    cell: ({ roles, withheld }) => (
      <ul>
        {roles.map(({ value, label }) => (
          <li key={value}>{label}</li>
        ))}
        {withheld.map(({ value, label }) => (
          <li key={value}>{label}（外しています）</li>
        ))}
        {roles.length + withheld.length === 0 && <li>ありません</li>}
      </ul>
    ),
  },
  {
    key: "change",
    header: "操作",
    cell: ({ id, name }) => (
      <a className="link" href={`/admin/staff?person=${encodeURIComponent(id)}`}>
        <VisuallyHidden>{name}の</VisuallyHidden>役割とアカウントを変える
      </a>
    ),
  },
];

/** 職員の全員。名前の順。 */
export const StaffTable = ({ people }: { readonly people: readonly ShownPerson[] }) => (
  <Table
    caption="職員"
    captionHidden
    columns={columns}
    rows={people}
    rowKey={({ id }) => id}
    variant="cards"
    empty={<p>職員はまだいません。</p>}
  />
);
