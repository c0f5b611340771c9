import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { indicatorParts, partsOf } from "#app/domain/plan/indicator-parts.ts";
import {
  chosenIndicator,
  compareIndicator,
  displayQuantity,
  type IndicatorReading,
  type IndicatorRule,
  partValue,
  quantityOf,
  unitOf,
} from "#app/domain/plan/indicator-reading.ts";
import type { PlanValues } from "#app/domain/plan/sections.ts";
import { formatInteger } from "#app/domain/text/number-input.ts";
import { SummaryList, type SummaryRow } from "../../primitives/SummaryList.tsx";
import { Table } from "../../primitives/Table.tsx";
import { Tag } from "../../primitives/Tag.tsx";
import { GainPicture } from "./GainPicture.tsx";

type Answers = PlanValues["indicators"];

/** 5 指標の計算式、内訳、伸びと下限。 */
export function IndicatorFigures({
  rule,
  answers,
  months,
}: {
  /** 選ばれた指標。まだなら undefined。 */
  readonly rule: IndicatorRule | undefined;
  readonly answers: Answers;
  readonly months: number;
}) {
  if (rule === undefined) return <p>指標を選ぶと、計算式と伸び率が出ます。</p>;
  const indicator = chosenIndicator(rule, answers);
  const reading = compareIndicator(rule, answers, months);
  return (
    <>
      {rule.formula !== null && rule.formula !== "" && (
        <p className="mb-4">
          <span className="text-std-16B-170">計算式：</span>
          {rule.formula}
        </p>
      )}
      <PartsTable indicator={indicator} answers={answers} />
      {reading !== undefined && <Result reading={reading} months={months} />}
    </>
  );
}

type PartLine = { readonly key: string; readonly label: string; readonly a: string; readonly b: string };

function PartsTable({
  indicator,
  answers,
}: {
  readonly indicator: IndicatorRule;
  readonly answers: Answers;
}) {
  const parts = partsOf(indicator.inputs);
  const number = (value: number | undefined): string => (value === undefined ? "" : formatInteger(value));
  const lines: PartLine[] = parts.map((name) => {
    const { label, unit } = indicatorParts[name];
    return {
      key: name,
      label: `${label}（${unit}）`,
      a: number(partValue(answers, "baseline", name)),
      b: number(partValue(answers, "target", name)),
    };
  });
  const hourly = answers.labourInput === "hours" && parts.includes("workers");
  if (hourly)
    lines.push({
      key: "hours",
      label: "1人当たり年間就業時間（時間）",
      a: number(answers.baselineHoursPerWorker),
      b: number(answers.targetHoursPerWorker),
    });
  const total = (side: "baseline" | "target"): string => {
    const quantity = quantityOf(indicator, answers, side);
    return quantity === undefined ? "—" : displayQuantity(quantity);
  };
  const unit = unitOf(indicator, answers);
  return (
    <Table
      caption={`${indicator.name}の計算`}
      columns={[
        {
          key: "label",
          header: lines.length === 0 ? "指標" : "内訳",
          rowHeader: true,
          cell: (row) => row.label,
          width: 4,
        },
        { key: "a", header: "現状（A）", align: "end", cell: (row) => row.a, width: 4 },
        { key: "b", header: "目標（B）", align: "end", cell: (row) => row.b, width: 4 },
      ]}
      rows={lines}
      rowKey={(row) => row.key}
      totals={[
        unit === "" ? indicator.name : `${indicator.name}（${unit}）`,
        total("baseline"),
        total("target"),
      ]}
    />
  );
}

function Result({ reading, months }: { readonly reading: IndicatorReading; readonly months: number }) {
  const { comparison, unit } = reading;
  if (comparison.problem !== null)
    return <p className="mt-4">現状の値（A）が0のため、伸び率を計算できません。審査担当が確かめます。</p>;
  const down = comparison.direction === "down";
  const { required, requiredTargetText, improved, meets } = comparison;
  const rows: readonly SummaryRow[] = [
    {
      key: "growth",
      label: down ? "低下の割合（(A−B)/A）" : "伸び率（(B−A)/A）",
      value: (
        <>
          {comparison.gainPercentText}%{" "}
          {improved !== null && (
            <Tag tone={improved ? "success" : "warning"}>{improved ? "改善" : "改善していません"}</Tag>
          )}
        </>
      ),
    },
    { key: "improvement", label: "良くなる度合い", value: comparison.improvementText },
    required === null
      ? {
          key: "floor",
          label: "求められる下限",
          value:
            months === 0
              ? "実施時期（3）が決まると、期間に応じた下限と比べます。"
              : "この指標と期間の下限は、確かめられていません。",
        }
      : {
          key: "floor",
          label: down ? "期間全体で求められる低下" : "期間全体で求められる伸び率",
          value: (
            <>
              {required}%以上
              {requiredTargetText !== null &&
                `（目標が${requiredTargetText}${unit}${down ? "以下" : "以上"}）`}{" "}
              <Tag tone={meets ? "success" : "warning"}>{meets ? "満たす" : "足りない"}</Tag>{" "}
              {!mayBlock(comparison.floorCertainty) && (
                <Tag tone="warning" icon={false}>
                  確認中の下限
                </Tag>
              )}
            </>
          ),
        },
  ];
  return (
    <div className="mt-4">
      <SummaryList rows={rows} />
      <GainPicture reading={reading} />
    </div>
  );
}
