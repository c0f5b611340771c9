import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import type { ShownAccount } from "./company-accounts-page.server.ts";

const columns = (home: string): readonly TableColumn<ShownAccount>[] => [
  {
    key: "name",
    header: "利用者",
    rowHeader: true,
    cell: ({ name, email }) => (
      <>
        {name}
        <span className="block break-all font-400">{email}</span>
      </>
    ),
  },
  { key: "type", header: "GビズIDの種別", cell: ({ type }) => type },
  { key: "state", header: "状態", cell: (account) => <AccountState {...account} /> },
  {
    key: "change",
    header: "操作",
    cell: ({ id, name, active, mayAsk, relinkHref }) => (
      <>
        {mayAsk && (
          <a
            className="link"
            href={`${home}${home.includes("?") ? "&" : "?"}account=${encodeURIComponent(id)}`}
          >
            <VisuallyHidden>{name}のアカウントを</VisuallyHidden>
            {active ? "止める" : "再び使えるようにする"}
          </a>
        )}
        {relinkHref !== null && (
          <a className="link block" href={relinkHref}>
            <VisuallyHidden>{name}のアカウントを</VisuallyHidden>取り直したアカウントに引き継ぐ
          </a>
        )}
      </>
    ),
  },
];

/** アカウントが使えるかどうか。 */
export const AccountState = ({
  active,
  replaced,
}: {
  readonly active: boolean;
  readonly replaced: boolean;
}) =>
  active ? (
    <Tag tone="success">使えます</Tag>
  ) : replaced ? (
    <Tag tone="neutral">引き継がれて閉じています</Tag>
  ) : (
    <Tag tone="warning">止めています</Tag>
  );

/** 会社のアカウントの全員。名前の順。home は、この表のある画面の道筋。 */
export const CompanyAccountTable = ({
  accounts,
  home,
}: {
  readonly accounts: readonly ShownAccount[];
  readonly home: string;
}) => (
  <Table
    caption="会社のアカウント"
    captionHidden
    columns={columns(home)}
    rows={accounts}
    rowKey={({ id }) => id}
    variant="cards"
    empty={<p>この会社のアカウントは、まだありません。</p>}
  />
);
