/** 入力から計算して様式に載せる項目（指針名、期間、伸び率、合計など）。 */
import { planPeriodMonths } from "../calendar/plan-period.ts";
import { findIndustry } from "../industry/find-industry.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { formatInteger } from "../text/number-input.ts";
import { benchmarkEntries } from "./benchmark-entries.ts";
import type { DocumentEntry } from "./document.ts";
import { equipmentFigures } from "./figures/equipment-figures.ts";
import { fundingFigures } from "./figures/funding-figures.ts";
import { periodWords } from "./figures/period-figures.ts";
import { readIndicator } from "./indicator-reading.ts";
import type { PlanReading } from "./plan-reading.ts";
import { industriesOf } from "./plan-routing.ts";
import type { PlanValues } from "./sections.ts";

const value = (field: string, label: string, text: string, unit?: string): DocumentEntry => ({
  kind: "value",
  field,
  label,
  value: text,
  ...(unit === undefined ? {} : { unit }),
});

/** 区画の id → 計算した項目。 */
export function derivedEntries(
  rulebook: Rulebook,
  reading: PlanReading,
): ReadonlyMap<string, readonly DocumentEntry[]> {
  const { values } = reading;
  return new Map([
    ["industry", industryEntries(rulebook, reading)],
    ["period", periodEntries(values)],
    ["present-state", benchmarkEntries(values)],
    ["indicators", indicatorEntries(reading)],
    ["funding", fundingEntries(values)],
    ["equipment", equipmentEntries(rulebook, values)],
  ]);
}

function industryEntries(
  rulebook: Rulebook,
  { values, routing, guideline }: PlanReading,
): readonly DocumentEntry[] {
  const rows = industriesOf(values).flatMap(({ rowId, revision, code }) => {
    const found = findIndustry(rulebook, revision, code);
    if (found === undefined) return [];
    return [
      {
        id: rowId,
        cells: [
          `${found.majorGroup.code} ${found.majorGroup.name}`,
          `${found.class.code} ${found.class.name}`,
        ],
      },
    ];
  });
  const names: DocumentEntry = {
    kind: "table",
    field: "industryNames",
    label: "事業分野の名称",
    columns: [
      { field: "majorGroup", label: "中分類", align: "start", weight: 3 },
      { field: "class", label: "細分類", align: "start", weight: 4 },
    ],
    rows,
  };
  return [
    names,
    value("guidelineName", "事業分野別指針名", guideline?.name ?? ""),
    value("receivingOffice", "提出先", routing.kind === "decided" ? routing.routing.office.name : ""),
  ];
}

function periodEntries(values: PlanValues): readonly DocumentEntry[] {
  const { start, end } = values.period;
  const words = start === undefined || end === undefined ? "" : periodWords(planPeriodMonths(start, end));
  return [value("months", "期間", words)];
}

function indicatorEntries({ values, guideline }: PlanReading): readonly DocumentEntry[] {
  const reading = readIndicator(guideline, values);
  if (reading === undefined) return [value("growth", "伸び率（(B−A)/A）", "")];
  const { comparison } = reading;
  const down = comparison.direction === "down";
  return [
    value("baselineValue", "現状（A）", reading.baselineText, reading.unit),
    value("targetValue", "計画終了時の目標（B）", reading.targetText, reading.unit),
    // 離職率のように低いほど良い指標では、下がった割合を書き、改善に負の符号を付けない。
    value(
      "growth",
      down ? "低下の割合（(A−B)/A）" : "伸び率（(B−A)/A）",
      comparison.gainPercentText ?? "",
      "%",
    ),
    value("improvement", "良くなる度合い", comparison.improvementText),
    ...(comparison.required === null
      ? []
      : [
          value(
            "requiredGrowth",
            down ? "期間全体で求められる低下" : "期間全体で求められる伸び率",
            `${comparison.required}%以上`,
          ),
        ]),
  ];
}

function fundingEntries(values: PlanValues): readonly DocumentEntry[] {
  const { funds } = values.funding;
  if (funds.length === 0) return [];
  return [value("fundsTotal", "資金の合計", formatInteger(fundingFigures(funds).total), "千円")];
}

function equipmentEntries(rulebook: Rulebook, values: PlanValues): readonly DocumentEntry[] {
  const rows = values.equipment.equipment;
  if (rows.length === 0) return [];
  const { byKind, quantity, amount } = equipmentFigures(rows, [...rulebook.equipment.kinds.values()]);
  const total = [formatInteger(quantity), formatInteger(amount)] as const;
  return [
    {
      kind: "table",
      field: "equipmentByKind",
      label: "設備等の種類別小計",
      columns: [
        { field: "kind", label: "設備等の種類", align: "start", weight: 3 },
        { field: "quantity", label: "数量（台）", align: "end", weight: 2 },
        { field: "amount", label: "金額（千円）", align: "end", weight: 2 },
      ],
      rows: byKind.map((kind) => ({
        id: kind.id,
        cells: [kind.name, formatInteger(kind.quantity), formatInteger(kind.amount)],
      })),
      totals: ["合計", ...total],
    },
    value("equipmentQuantity", "数量の合計", total[0], "台"),
    value("equipmentTotal", "金額の合計（単価×数量）", total[1], "千円"),
  ];
}
