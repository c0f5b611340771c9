/** 指針の画面に要る値。どの事実も、確かめてあるか（confirmed）を持つ。 */
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { itemsInOfficialOrder } from "#app/domain/guideline/guideline.ts";
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import type { Guideline, Indicator } from "#app/domain/rulebook/guideline-rules.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";

/** 版の名前と施行日。 */
export type EditionView = { readonly label: string; readonly effectiveFrom: string };

export const editionView = ({ edition }: Rulebook): EditionView => ({
  label: edition.label,
  effectiveFrom: japaneseDate(edition.effectiveFrom) ?? edition.effectiveFrom,
});

export type GuidelineSummary = {
  readonly id: string;
  readonly name: string;
  readonly officialTitle: string;
  readonly ministries: readonly string[];
  /** 最終更新日。確かめられていなければ null。 */
  readonly updatedOn: string | null;
  readonly confirmed: boolean;
};

/** 公表の順の一覧。 */
export const guidelineSummaries = (rulebook: Rulebook): readonly GuidelineSummary[] =>
  [...rulebook.guidelines.values()].map(guidelineSummary);

const guidelineSummary = (guideline: Guideline): GuidelineSummary => ({
  id: guideline.id,
  name: guideline.name,
  officialTitle: guideline.officialTitle,
  ministries: guideline.ministries,
  updatedOn: japaneseDate(guideline.updatedOn),
  confirmed: mayBlock(guideline.certainty),
});

export type GuidelineView = ReturnType<typeof guidelineView>;

/** 一つの指針。区分、項目、指標、必要項目数を公表の順で。 */
export function guidelineView(rulebook: Rulebook, guideline: Guideline) {
  const items = itemsInOfficialOrder(guideline);
  return {
    ...guidelineSummary(guideline),
    notification: guideline.notification,
    indicatorRule: guideline.indicatorRule,
    itemsCoverage: guideline.itemsCoverage,
    note: guideline.note,
    sections: guideline.sections.map((section) => ({
      id: section.id,
      code: section.code,
      heading: section.heading,
      group: section.group,
      note: section.note,
      confirmed: mayBlock(section.certainty),
      items: items
        .filter((item) => item.section === section.id)
        .map(({ id, depth, printedCode, label, selectable, note, certainty }) => ({
          id,
          depth,
          printedCode,
          label,
          selectable,
          note,
          confirmed: mayBlock(certainty),
        })),
    })),
    indicators: [...guideline.indicators.values()].map((indicator) => indicatorView(rulebook, indicator)),
    sizeClasses: guideline.sizeClasses.map((size) => ({
      id: size.id,
      label: size.label,
      employees: employeesRange(size.employeesFrom, size.employeesTo),
      confirmed: mayBlock(size.certainty),
      counts: (guideline.itemCounts.get(size.id) ?? []).map(({ label, minimum, note, certainty }) => ({
        label,
        minimum,
        note,
        confirmed: mayBlock(certainty),
      })),
    })),
  };
}

const directions: Readonly<Record<Indicator["direction"], string>> = {
  up: "大きいほど良い",
  down: "小さいほど良い（下がると改善）",
  either: "事業者が決める",
};

function indicatorView(rulebook: Rulebook, indicator: Indicator) {
  return {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    direction: directions[indicator.direction],
    improvement: indicator.direction === "down",
    formula: indicator.formula,
    note: indicator.note,
    confirmed: mayBlock(indicator.certainty),
    floors: rulebook.procedure.periodChoices.map(({ months, label }) => {
      const floor = indicator.floors.get(months);
      return {
        months,
        period: label,
        percent: floor?.floorPercent ?? null,
        confirmed: floor !== undefined && mayBlock(floor.certainty),
      };
    }),
  };
}

const employeesRange = (from: number, to: number | null): string =>
  to === null
    ? `${String(from)}人以上`
    : from === 0
      ? `${String(to)}人以下`
      : `${String(from)}人から${String(to)}人`;

const japaneseDate = (day: string | null): string | null =>
  day !== null && isCivilDate(day) ? formatJapaneseDate(day) : null;
