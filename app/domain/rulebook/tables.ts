/**
 * 規則集（rulebook）の表の一覧。表の名前、行の形、一意の鍵、`db/rulebook` のファイル名を一か所で決める。
 * 取込み、データベース、版の差分、書き出しはすべてこの一覧を読む。
 */
import type { z } from "zod";
import * as attachment from "./tables/attachment-tables.ts";
import * as equipment from "./tables/equipment-tables.ts";
import * as guideline from "./tables/guideline-tables.ts";
import * as industry from "./tables/industry-tables.ts";
import * as jurisdiction from "./tables/jurisdiction-tables.ts";
import * as procedure from "./tables/procedure-tables.ts";

const table = <S extends z.ZodObject>(file: string, schema: S, key: (row: z.output<S>) => string) => ({
  file,
  schema,
  key,
});

const optionalKey = (value: string | number | null): string => (value === null ? "" : String(value));

/** 文面の行の鍵。全部に当てはまる行の鍵は、範囲を含まない。 */
const letterKey = (
  letter: string,
  { ministry, office }: { readonly ministry: string | null; readonly office: string | null },
  ...rest: readonly number[]
): string => [letter, ...[ministry, office].filter((one) => one !== null), ...rest].join("/");

/** 表の登録簿。key は同じ表の中で一意。 */
export const rulebookTables = {
  industryRevisions: table("industry-revisions.csv", industry.industryRevisionRow, (row) =>
    String(row.revision),
  ),
  industries13: table("jsic-13.csv", industry.industryRow, (row) => row.code),
  industries14: table("jsic-14.csv", industry.industryRow, (row) => row.code),
  industryChanges: table("industry-changes.csv", industry.industryChangeRow, (row) =>
    [row.change, optionalKey(row.code13), optionalKey(row.code14)].join("/"),
  ),
  prefectures: table("prefectures.csv", jurisdiction.prefectureRow, (row) => row.code),
  ministries: table("ministries.csv", jurisdiction.ministryRow, (row) => row.name),
  officeFamilies: table("office-families.csv", jurisdiction.officeFamilyRow, (row) => row.id),
  offices: table("offices.csv", jurisdiction.officeRow, (row) => row.code),
  jurisdictions: table("jurisdictions.csv", jurisdiction.jurisdictionRow, (row) =>
    [row.family, row.office].join("/"),
  ),
  municipalJurisdictions: table("municipal-jurisdictions.csv", jurisdiction.municipalJurisdictionRow, (row) =>
    [row.family, row.prefecture, row.municipality].join("/"),
  ),
  officeHeads: table("office-heads.csv", jurisdiction.officeHeadRow, (row) =>
    [row.office, row.validFrom].join("/"),
  ),
  documentNumbering: table("document-numbering.csv", jurisdiction.documentNumberingRow, (row) => row.office),
  routingRules: table("routing-rules.csv", jurisdiction.routingRuleRow, (row) =>
    [optionalKey(row.revision), row.prefix].join("/"),
  ),
  guidelines: table("guidelines.csv", guideline.guidelineRow, (row) => row.id),
  guidelineSections: table("guideline-sections.csv", guideline.guidelineSectionRow, (row) => row.id),
  guidelineItems: table("guideline-items.csv", guideline.guidelineItemRow, (row) => row.id),
  indicators: table("indicators.csv", guideline.indicatorRow, (row) => [row.guideline, row.id].join("/")),
  growthFloors: table("growth-floors.csv", guideline.growthFloorRow, (row) =>
    [row.guideline, row.indicator, row.months].join("/"),
  ),
  sizeClasses: table("size-classes.csv", guideline.sizeClassRow, (row) => [row.guideline, row.id].join("/")),
  itemCounts: table("item-counts.csv", guideline.itemCountRow, (row) =>
    [row.guideline, row.sizeClass, row.order].join("/"),
  ),
  equipmentTypes: table("equipment-types.csv", equipment.equipmentTypeRow, (row) => row.type),
  equipmentKinds: table("equipment-kinds.csv", equipment.equipmentKindRow, (row) => row.id),
  priceFloors: table("price-floors.csv", equipment.priceFloorRow, (row) =>
    [row.type, row.kind, row.validFrom].join("/"),
  ),
  salesStartWindows: table("sales-start-windows.csv", equipment.salesStartWindowRow, (row) =>
    [row.type, row.kind].join("/"),
  ),
  equipmentThresholds: table("equipment-thresholds.csv", equipment.equipmentThresholdRow, (row) =>
    [row.type, row.measure, optionalKey(row.months), row.validFrom].join("/"),
  ),
  legalArticles: table("legal-articles.csv", procedure.legalArticleRow, (row) =>
    [row.subject, row.validFrom].join("/"),
  ),
  periodChoices: table("period-choices.csv", procedure.periodChoiceRow, (row) => String(row.months)),
  processing: table("processing.csv", procedure.processingRow, (row) => row.condition),
  letters: table("letters.csv", procedure.letterRow, (row) => letterKey(row.kind, row)),
  letterParagraphs: table("letter-paragraphs.csv", procedure.letterParagraphRow, (row) =>
    letterKey(row.letter, row, row.order),
  ),
  letterItems: table("letter-items.csv", procedure.letterItemRow, (row) =>
    letterKey(row.letter, row, row.order),
  ),
  holidays: table("holidays.csv", procedure.holidayRow, (row) => row.date),
  successionKinds: table("succession-kinds.csv", procedure.successionKindRow, (row) => row.id),
  attachmentKinds: table("attachment-kinds.csv", attachment.attachmentKindRow, (row) => row.id),
  industryReadings: table("industry-readings.csv", industry.industryReadingRow, (row) => row.name),
  industryWords: table("industry-words.csv", industry.industryWordRow, (row) =>
    [row.word, optionalKey(row.revision)].join("/"),
  ),
} as const;

export type TableName = keyof typeof rulebookTables;

export const tableNames = Object.keys(rulebookTables) as readonly TableName[];

/** 表の一行。 */
export type RowOf<T extends TableName> = Readonly<z.output<(typeof rulebookTables)[T]["schema"]>>;

/** 検査済みの全表。行の順はファイルの順。 */
export type RulebookTableRows = { readonly [T in TableName]: readonly RowOf<T>[] };
