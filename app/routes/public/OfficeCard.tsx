import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import type { LookupOffice } from "#app/domain/routing/lookup-answer.ts";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";

/** 候補の一つ。 */
export function OfficeCard({
  office,
  submission,
}: {
  readonly office: LookupOffice;
  readonly submission: string | null;
}) {
  return (
    <DescriptionCard
      title={office.receivingOffice.name}
      headingLevel={3}
      aside={mayBlock(office.certainty) ? undefined : <Tag tone="warning">確認中</Tag>}
    >
      <SummaryList
        rows={[
          { key: "ministry", label: "主務大臣の省庁", value: office.ministry },
          { key: "addressee", label: "宛名", value: office.addressee },
          { key: "submission", label: "提出の方法", value: submission },
          { key: "processing", label: "標準処理期間", value: processingLabel(office.processing) },
        ]}
      />
    </DescriptionCard>
  );
}
