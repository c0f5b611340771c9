/** 開いている区画に打たれている答えを、計算のための値に読む。 */
import type { PlanSituation, RawSection } from "../field.ts";
import { readPlan } from "../read-section.ts";
import type { FigureValues } from "./spoken-figures.ts";

/**
 * @param sectionId 開いている区画。ほかの区画は空として読む
 * @param situation 欄の出し方を決める外の事実
 */
export const figureValues = (sectionId: string, raw: RawSection, situation: PlanSituation): FigureValues =>
  readPlan({ [sectionId]: raw }, situation).values;
