import { Button } from "#app/ui/primitives/Button.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";

export type ShownAccessChange = {
  readonly id: string;
  readonly what: string;
  readonly subject: string;
  /** 二つのアカウントの違いを見る画面。引継ぎの求めだけにある。 */
  readonly compareHref: string | null;
  readonly reason: string;
  readonly asked: string;
  /** 決めた人と時。まだなら null。 */
  readonly decided: string | null;
  readonly state: "waiting" | "confirmed" | "rejected";
  readonly mayConfirm: boolean;
};

const states = {
  waiting: ["info", "確認待ち"],
  confirmed: ["success", "効きました"],
  rejected: ["neutral", "取りやめ"],
} as const;

const columns: readonly TableColumn<ShownAccessChange>[] = [
  {
    key: "what",
    header: "変更",
    rowHeader: true,
    cell: ({ what, subject, compareHref }) => (
      <>
        {what}
        <span className="block break-all font-400">{subject}</span>
        {compareHref !== null && (
          <a className="link font-400" href={compareHref}>
            二つのアカウントの違いを見る
          </a>
        )}
      </>
    ),
  },
  {
    key: "reason",
    header: "理由",
    cell: ({ reason }) => <span className="whitespace-pre-line">{reason}</span>,
  },
  { key: "asked", header: "求めた人", cell: ({ asked }) => asked },
  {
    key: "state",
    header: "状態",
    cell: ({ state, decided }) => (
      <>
        <Tag tone={states[state][0]}>{states[state][1]}</Tag>
        {decided !== null && <span className="block">{decided}</span>}
      </>
    ),
  },
  {
    key: "decide",
    header: "操作",
    cell: ({ id, state, what, subject, mayConfirm }) =>
      state === "waiting" && (
        <form method="post" className="flex flex-col gap-2">
          <input type="hidden" name="decide" value={id} />
          {mayConfirm ? (
            <Button size="small" name="outcome" value="confirmed">
              <VisuallyHidden>
                {what}（{subject}）を
              </VisuallyHidden>
              確かめて効かせる
            </Button>
          ) : (
            <span>別の人の確認を待っています。</span>
          )}
          <Button variant="secondary" size="small" name="outcome" value="rejected">
            <VisuallyHidden>
              {what}（{subject}）を
            </VisuallyHidden>
            取りやめる
          </Button>
        </form>
      ),
  },
];

/** 権限の変更の求め。新しい順。 */
export const AccessChangeTable = ({ changes }: { readonly changes: readonly ShownAccessChange[] }) => (
  <Table
    caption="権限の変更の求め"
    captionHidden
    columns={columns}
    rows={changes}
    rowKey={({ id }) => id}
    variant="cards"
    empty={<p>権限の変更の求めはありません。</p>}
  />
);
