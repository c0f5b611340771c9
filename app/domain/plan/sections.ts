/** 様式の区画の一覧。順番は様式の順で、様式の外の区画（税制の確認）は最後に置く。 */
import type { RawAnswers, SectionSpec, SectionValues } from "./field.ts";
import { change } from "./sections/change.ts";
import { company } from "./sections/company.ts";
import { dueDiligence } from "./sections/due-diligence.ts";
import { equipment } from "./sections/equipment.ts";
import { funding } from "./sections/funding.ts";
import { indicators } from "./sections/indicators.ts";
import { industry } from "./sections/industry.ts";
import { measures } from "./sections/measures.ts";
import { period } from "./sections/period.ts";
import { permits } from "./sections/permits.ts";
import { presentState } from "./sections/present-state.ts";
import { realEstate } from "./sections/real-estate.ts";
import { tax } from "./sections/tax.ts";

/** 計画（別紙）の全部の区画。いまの答えで要るものだけを見せるには applicableSections を使う。 */
export const planSections = [
  company,
  industry,
  period,
  presentState,
  indicators,
  measures,
  funding,
  equipment,
  permits,
  dueDiligence,
  realEstate,
  tax,
] as const;

/** 変更認定申請の変更事項を加えた、様式の区画の全部。様式の順。 */
export const formSections = [change, ...planSections] as const;

export type SectionId =
  | "change"
  | "company"
  | "industry"
  | "period"
  | "present-state"
  | "indicators"
  | "measures"
  | "funding"
  | "equipment"
  | "permits"
  | "due-diligence"
  | "real-estate"
  | "tax";

/** 読み取った計画。空、又は読めない欄は undefined。 */
export type PlanValues = {
  readonly change: SectionValues<typeof change>;
  readonly company: SectionValues<typeof company>;
  readonly industry: SectionValues<typeof industry>;
  readonly period: SectionValues<typeof period>;
  readonly "present-state": SectionValues<typeof presentState>;
  readonly indicators: SectionValues<typeof indicators>;
  readonly measures: SectionValues<typeof measures>;
  readonly funding: SectionValues<typeof funding>;
  readonly equipment: SectionValues<typeof equipment>;
  readonly permits: SectionValues<typeof permits>;
  readonly "due-diligence": SectionValues<typeof dueDiligence>;
  readonly "real-estate": SectionValues<typeof realEstate>;
  readonly tax: SectionValues<typeof tax>;
};

/** 区画の名前（URL の :section）から定義を引く。 */
export const sectionOf = (id: string): SectionSpec | undefined =>
  formSections.find((section) => section.id === id);

/** 下書きの区画。まだ無ければ空。 */
export const rawSection = (answers: RawAnswers, id: string): RawAnswers[string] => answers[id] ?? {};
