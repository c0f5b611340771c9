import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { Proposal } from "#app/domain/workflow/state.ts";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { proposalOutcomes } from "./proposal-form.ts";

/** 起案の内容。 */
export function ProposalSummary({ proposal }: { readonly proposal: Proposal }) {
  const outcome = proposalOutcomes.find(({ value }) => value === proposal.outcome)?.label ?? "";
  return (
    <DescriptionCard title={`起案：${outcome}`}>
      <SummaryList
        emptyText="なし"
        rows={[
          { key: "ground", label: "理由", value: proposal.ground },
          {
            key: "by",
            label: "起案した人",
            value: `${proposal.proposedByName}（${formatTokyoInstant(proposal.proposedAt)}）`,
          },
        ]}
      />
    </DescriptionCard>
  );
}
