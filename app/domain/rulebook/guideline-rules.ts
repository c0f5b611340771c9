/** 事業分野別指針（Guideline）。基本方針も id "basic-policy" の指針として持つ。 */
import type { Certainty } from "./certainty.ts";
import type { RowOf } from "./tables.ts";

export const basicPolicyId = "basic-policy";

export type GuidelineSection = RowOf<"guidelineSections">;
export type GuidelineItem = RowOf<"guidelineItems">;
export type GrowthFloor = RowOf<"growthFloors">;
export type SizeClass = RowOf<"sizeClasses">;

/** 指標。floors の鍵は計画期間（月）。行がなければ下限は確認できていない。 */
export type Indicator = RowOf<"indicators"> & {
  readonly floors: ReadonlyMap<number, GrowthFloor>;
};

/** 必要項目数。items は範囲に入る選択できる項目の id。 */
export type ItemCountRule = {
  readonly sizeClass: string;
  readonly label: string;
  readonly items: readonly string[];
  readonly minimum: number;
  readonly note: string | null;
  readonly certainty: Certainty;
  readonly source: string;
};

export type Guideline = RowOf<"guidelines"> & {
  /** 公表順。 */
  readonly sections: readonly GuidelineSection[];
  /** 公表順の全項目（見出しだけの親項目を含む）。 */
  readonly items: readonly GuidelineItem[];
  /** 鍵は指標の id。公表順。 */
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly sizeClasses: readonly SizeClass[];
  /** 鍵は規模の区分の id。 */
  readonly itemCounts: ReadonlyMap<string, readonly ItemCountRule[]>;
};
