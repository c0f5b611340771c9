/** 打つ間に画面で計算するための、区画の外の事実。規則集の全部ではなく、その区画に要る分だけを送る。 */
import type { CertificationForecast } from "../certification-forecast.ts";
import { successionMeasures } from "../equipment-timing.ts";
import { floorMonths, type IndicatorRule } from "../indicator-reading.ts";
import type { PlanReading } from "../plan-reading.ts";
import { equipmentFigures } from "./equipment-figures.ts";
import { fundingFigures } from "./funding-figures.ts";

/** 送るための指標の決まり。floors は期間（月）と下限の並び。 */
export type SentIndicator = Omit<IndicatorRule, "floors"> & {
  readonly floors: readonly (readonly [months: number, floor: SentFloor])[];
};
type SentFloor = IndicatorRule["floors"] extends ReadonlyMap<number, infer F> ? F : never;

export type FigureFacts =
  | { readonly kind: "period"; readonly forecast: CertificationForecast }
  | { readonly kind: "present-state" }
  | {
      readonly kind: "indicators";
      readonly indicators: readonly SentIndicator[];
      /** 下限を選ぶ期間（月）。決まらなければ 0。 */
      readonly months: number;
    }
  /** equipmentAmount は設備の金額の合計（千円の数字）。 */
  | { readonly kind: "funding"; readonly equipmentAmount: string }
  | {
      readonly kind: "equipment";
      /** 資金の合計（千円の数字）。 */
      readonly fundsTotal: string;
      readonly forecast: CertificationForecast;
      /** 事業承継等を伴う実施事項の id。 */
      readonly succession: readonly string[];
    };

/**
 * @param sectionId 開いている区画
 * @returns 計算した値のない区画では null
 */
export function figureFacts(
  { values, guideline }: PlanReading,
  forecast: CertificationForecast,
  sectionId: string,
): FigureFacts | null {
  switch (sectionId) {
    case "period":
      return { kind: "period", forecast };
    case "present-state":
      return { kind: "present-state" };
    case "indicators":
      return {
        kind: "indicators",
        indicators: [...(guideline?.indicators.values() ?? [])].map(sent),
        months: floorMonths(values.period),
      };
    case "funding":
      return {
        kind: "funding",
        equipmentAmount: String(equipmentFigures(values.equipment.equipment, []).amount),
      };
    case "equipment":
      return {
        kind: "equipment",
        fundsTotal: String(fundingFigures(values.funding.funds).total),
        forecast,
        succession: successionMeasures(values),
      };
    default:
      return null;
  }
}

const sent = ({
  id,
  name,
  unit,
  direction,
  scale,
  formula,
  inputs,
  floors,
}: IndicatorRule): SentIndicator => ({
  id,
  name,
  unit,
  direction,
  scale,
  formula,
  inputs,
  floors: [...floors].map(([months, { floorPercent, certainty }]) => [months, { floorPercent, certainty }]),
});

/** 送られた指標の決まりを、計算に渡す形にする。 */
export const receivedIndicator = (indicator: SentIndicator): IndicatorRule => ({
  ...indicator,
  floors: new Map(indicator.floors),
});
