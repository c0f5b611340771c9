import { type BenchmarkIndicator, computeLocalBenchmark } from "#app/domain/benchmark/local-benchmark.ts";
import { benchmarkAccountsOf } from "#app/domain/plan/benchmark-entries.ts";
import type { PlanValues } from "#app/domain/plan/sections.ts";
import { type DecimalText, formatDecimal, formatInteger } from "#app/domain/text/number-input.ts";
import { Table, type TableColumn } from "../../primitives/Table.tsx";
import { benchmarkScale, placeOnScale } from "./benchmark-scale.ts";
import { Radar, type RadarAxis } from "./Radar.tsx";

type Answers = PlanValues["present-state"];
const numerals = "①②③④⑤⑥";
/** ローカルベンチマークの評点の満点。 */
const FULL_SCORE = 5;

type Line = {
  readonly indicator: BenchmarkIndicator;
  readonly mark: string;
  readonly goal: DecimalText | undefined;
  readonly score: number | null;
  readonly goalScore: number | null;
};

/** 4 ローカルベンチマークの六つの値を、図と表で見せる。 */
export function BenchmarkFigures({ answers }: { readonly answers: Answers }) {
  const lines = computeLocalBenchmark(benchmarkAccountsOf({ "present-state": answers })).map(
    (indicator, index): Line => ({
      indicator,
      mark: numerals.charAt(index),
      goal: answers[`${indicator.id}Target`],
      score: scoreOf(answers[`${indicator.id}Score`]),
      goalScore: scoreOf(answers[`${indicator.id}TargetScore`]),
    }),
  );
  const scored = lines.every(({ score }) => score !== null);
  const computed = lines.filter(({ indicator }) => indicator.value.kind === "computed");
  if (computed.length === 0 && !scored)
    return <p>決算の数字を入力すると、六つの指標を計算して、図と表にします。</p>;
  return (
    <>
      <Radar
        id="benchmark"
        title={`ローカルベンチマークの六つの指標（${scored ? "評点" : "値"}）`}
        words={`${lines.map((line) => `${line.indicator.label}は${valueWords(line)}`).join("、")}。同じ内容が次の表にあります。`}
        axes={lines.map((line) => (scored ? scoreAxis(line) : valueAxis(line)))}
      />
      <p className="mb-4 text-dns-16N-130 leading-150 text-solid-gray-700">
        塗った面と青い点が現状、破線と白い点が計画終了時の目標です。外側ほど良い値です。
        {scored
          ? "外周が5点です。"
          : "目盛りは図を描くためのもので（表の右端）、業種の基準値や評点ではありません。六つの評点を選ぶと、評点の図になります。"}
      </p>
      <Table
        caption="ローカルベンチマーク"
        columns={scored ? [...columns, ...scoreColumns] : [...columns, scaleColumn]}
        rows={lines}
        rowKey={({ indicator }) => indicator.id}
        totals={
          scored ? ["評点の合計", "", "", "", total(lines, "score"), total(lines, "goalScore")] : undefined
        }
        variant="cards"
      />
    </>
  );
}

const scoreOf = (chosen: string | undefined): number | null => (chosen === undefined ? null : Number(chosen));

const valueWords = ({ indicator: { value } }: Line): string =>
  value.kind === "computed" ? value.display : "まだ計算できません";

const scoreAxis = ({ indicator, mark, score, goalScore }: Line): RadarAxis => ({
  key: indicator.id,
  label: `${mark}${indicator.aspect}`,
  now: score === null ? null : score / FULL_SCORE,
  goal: goalScore === null ? null : goalScore / FULL_SCORE,
});

const valueAxis = ({ indicator, mark, goal }: Line): RadarAxis => ({
  key: indicator.id,
  label: `${mark}${indicator.aspect}`,
  now: indicator.value.kind === "computed" ? placeOnScale(indicator.id, indicator.value.approximate) : null,
  goal: goal === undefined ? null : placeOnScale(indicator.id, Number(goal)),
});

const total = (lines: readonly Line[], of: "score" | "goalScore"): string =>
  lines.every((line) => line[of] !== null)
    ? `${lines.reduce((sum, line) => sum + (line[of] ?? 0), 0)}点／${lines.length * FULL_SCORE}点`
    : "—";

const columns: readonly TableColumn<Line>[] = [
  {
    key: "label",
    header: "指標",
    rowHeader: true,
    cell: ({ indicator, mark }) => `${mark}${indicator.label}（${indicator.aspect}）`,
  },
  {
    key: "value",
    header: "算出結果",
    align: "end",
    cell: ({ indicator: { value } }) =>
      value.kind === "computed" ? (
        value.display
      ) : (
        <span className="font-400 whitespace-normal text-solid-gray-700">{value.reason}</span>
      ),
  },
  {
    key: "goal",
    header: "計画終了時の目標",
    align: "end",
    cell: ({ goal, indicator }) => (goal === undefined ? "" : `${formatDecimal(goal)}${indicator.unit}`),
  },
  {
    key: "formula",
    header: "計算式",
    cell: ({ indicator }) =>
      `${indicator.formula}（${indicator.direction === "up" ? "大きい" : "小さい"}ほど良い）`,
  },
];

const scoreColumns: readonly TableColumn<Line>[] = [
  { key: "score", header: "評点", align: "end", cell: ({ score }) => (score === null ? "" : `${score}点`) },
  {
    key: "goalScore",
    header: "目標の評点",
    align: "end",
    cell: ({ goalScore }) => (goalScore === null ? "" : `${goalScore}点`),
  },
];

const scaleColumn: TableColumn<Line> = {
  key: "scale",
  header: "図の中心〜外周",
  align: "end",
  cell: ({ indicator: { id, unit } }) =>
    `${formatInteger(benchmarkScale[id].inner)}〜${formatInteger(benchmarkScale[id].outer)}${unit}`,
};
