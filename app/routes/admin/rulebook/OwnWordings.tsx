import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";

export type OwnWording = {
  readonly key: string;
  /** 局又は省庁の名前。 */
  readonly place: string;
  /** どの通知書の、どの所か。 */
  readonly what: string;
  readonly href: string;
};

/** 全部の局とは違う文面を使う、局と省庁。 */
export const OwnWordings = ({ rows }: { readonly rows: readonly OwnWording[] }) => (
  <>
    <SectionTitle>局や省庁だけの文面</SectionTitle>
    {rows.length === 0 ? (
      <p className="mb-6">どの局も、同じ文面を使います。</p>
    ) : (
      <Table
        caption="局や省庁だけの文面"
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "place", header: "局・省庁", rowHeader: true, cell: ({ place }) => place },
          { key: "what", header: "使う所", cell: ({ what }) => what },
          {
            key: "rows",
            header: "行",
            cell: ({ href, place, what }) => (
              <a className="link" href={href}>
                行を見る
                <span className="sr-only">
                  （{place} {what}）
                </span>
              </a>
            ),
          },
        ]}
      />
    )}
  </>
);
