import { useSyncExternalStore } from "react";
import type { PlanSituation, SectionSpec } from "#app/domain/plan/field.ts";
import { type FigureFacts, receivedIndicator } from "#app/domain/plan/figures/figure-facts.ts";
import { figureValues } from "#app/domain/plan/figures/figure-values.ts";
import { type FigureValues, spokenFigures } from "#app/domain/plan/figures/spoken-figures.ts";
import type { PlanOptions } from "#app/domain/plan/options.ts";
import type { LiveAnswers } from "#app/ui/form/live/live-answers.ts";
import { useHydrated } from "#app/ui/hydrated.ts";
import { BenchmarkFigures } from "#app/ui/plan/figures/BenchmarkFigures.tsx";
import { EquipmentFigures } from "#app/ui/plan/figures/EquipmentFigures.tsx";
import { FundingFigures } from "#app/ui/plan/figures/FundingFigures.tsx";
import { IndicatorFigures } from "#app/ui/plan/figures/IndicatorFigures.tsx";
import { PeriodFigures } from "#app/ui/plan/figures/PeriodFigures.tsx";
import { SpokenSummary } from "#app/ui/plan/figures/SpokenSummary.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";

/** 入力から計算した値。打つ間に新しくなり、JavaScript が無ければ、保存した値から計算する。 */
export function LiveFigures({
  section,
  facts,
  live,
  situation,
  options,
}: {
  readonly section: SectionSpec;
  readonly facts: FigureFacts;
  readonly live: LiveAnswers;
  readonly situation: PlanSituation;
  readonly options: PlanOptions;
}) {
  const raw = useSyncExternalStore(live.subscribe, live.now, live.now);
  const hydrated = useHydrated();
  const values = figureValues(section.id, raw, situation);
  return (
    <DescriptionCard
      id="figures"
      title="入力から計算した値"
      aside={hydrated ? "入力に合わせて変わります" : "保存すると新しくなります"}
    >
      <Figures facts={facts} values={values} options={options} />
      <SpokenSummary text={spokenFigures(facts, values)} />
    </DescriptionCard>
  );
}

function Figures({
  facts,
  values,
  options,
}: {
  readonly facts: FigureFacts;
  readonly values: FigureValues;
  readonly options: PlanOptions;
}) {
  switch (facts.kind) {
    case "period":
      return <PeriodFigures period={values.period} forecast={facts.forecast} />;
    case "present-state":
      return <BenchmarkFigures answers={values["present-state"]} />;
    case "indicators": {
      const chosen = facts.indicators.find(({ id }) => id === values.indicators.indicator);
      return (
        <IndicatorFigures
          rule={chosen === undefined ? undefined : receivedIndicator(chosen)}
          answers={values.indicators}
          months={facts.months}
        />
      );
    }
    case "funding":
      return <FundingFigures rows={values.funding.funds} equipmentAmount={BigInt(facts.equipmentAmount)} />;
    case "equipment":
      return (
        <EquipmentFigures
          rows={values.equipment.equipment}
          kinds={options.equipmentKinds.map(({ value, label }) => ({ id: value, name: label }))}
          fundsTotal={BigInt(facts.fundsTotal)}
          forecast={facts.forecast}
          succession={facts.succession}
        />
      );
  }
}

/** 計算した値を、区画の終わりでなく、この欄のまとまりの後に置く区画。 */
export const figuresAfter: Readonly<Record<string, string>> = { "present-state": "totalAssets" };
