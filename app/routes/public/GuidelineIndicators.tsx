import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import type { GuidelineView } from "./guideline-view.server.ts";
import { Unconfirmed } from "./Unconfirmed.tsx";

type Indicator = GuidelineView["indicators"][number];

/** 指標ごとの算式、向き、計画期間ごとの下限。 */
export function GuidelineIndicators({
  rule,
  indicators,
}: {
  readonly rule: string;
  readonly indicators: readonly Indicator[];
}) {
  return (
    <>
      <p className="mb-4">{rule}</p>
      {indicators.map((indicator) => (
        <DescriptionCard
          key={indicator.id}
          id={`indicator-${indicator.id}`}
          title={indicator.name}
          headingLevel={3}
          aside={<Unconfirmed confirmed={indicator.confirmed} />}
        >
          <SummaryList
            emptyText="確認中"
            rows={[
              { key: "unit", label: "単位", value: indicator.unit },
              { key: "direction", label: "向き", value: indicator.direction },
              { key: "formula", label: "算式", value: indicator.formula },
              { key: "floors", label: "計画期間全体での目標", value: <Floors indicator={indicator} /> },
              ...(indicator.note === null ? [] : [{ key: "note", label: "備考", value: indicator.note }]),
            ]}
          />
        </DescriptionCard>
      ))}
    </>
  );
}

function Floors({ indicator }: { readonly indicator: Indicator }) {
  if (indicator.floors.every(({ percent }) => percent === null)) return <Unconfirmed confirmed={false} />;
  return (
    <ul className="whitespace-normal">
      {indicator.floors.map(({ months, period, percent, confirmed }) => (
        <li key={months} className="flex flex-wrap items-center gap-x-2">
          <span>
            {period}
            {percent !== null && `：${percent}%以上の${indicator.improvement ? "改善" : "伸び"}`}
          </span>
          <Unconfirmed confirmed={confirmed} />
        </li>
      ))}
    </ul>
  );
}
