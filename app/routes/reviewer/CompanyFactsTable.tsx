import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import type { RecordFacts } from "./company-facts-view.server.ts";

/** 会社の値の出どころと、申請者が直した値。 */
export function CompanyFactsTable({ facts }: { readonly facts: RecordFacts }) {
  if (facts === null) return null;
  return (
    <DescriptionCard title="会社の値の出どころ">
      <p className="mb-3">{facts.state}</p>
      {facts.warnings.map((line) => (
        <InlineHint key={line} tone="warning">
          {line}
        </InlineHint>
      ))}
      <Table
        caption="申請の値と、GビズID・公表の値"
        captionHidden
        variant="cards"
        rows={facts.fields}
        rowKey={({ field }) => field}
        columns={[
          { key: "label", header: "欄", rowHeader: true, width: 3, cell: ({ label }) => label },
          {
            key: "typed",
            header: "申請の値",
            width: 4,
            cell: ({ typed, overridden }) => (
              <>
                {typed === "" ? "（空欄）" : typed} {overridden && <Tag tone="warning">申請者が変更</Tag>}
              </>
            ),
          },
          {
            key: "sources",
            header: "出どころの値",
            width: 5,
            cell: ({ sources }) => (
              <ul>
                {sources.map(({ shown, from }) => (
                  <li key={shown}>
                    {shown}
                    <span className="block text-dns-14N-130 text-solid-gray-700">{from}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </DescriptionCard>
  );
}
