/** 報告を提出できない訳。 */
import { formatJapaneseDate } from "../calendar/era.ts";
import type { CivilDate } from "../calendar/civil-date.ts";

/** notOpen: 報告する事業年度がまだ終わっていない。 */
export type ReportRefusal = { readonly kind: "notOpen"; readonly opensOn: CivilDate };

export const reportRefusalMessage = ({ opensOn }: ReportRefusal): string =>
  `報告する事業年度がまだ終わっていません。${formatJapaneseDate(opensOn)}から書けます。`;
