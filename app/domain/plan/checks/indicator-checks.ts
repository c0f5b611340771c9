/** 5 指標の点検（法第17条第2項第2号）。 */
import type { Finding } from "../finding.ts";
import { indicatorParts, type PartName, partsOf } from "../indicator-parts.ts";
import { partValue, readIndicator, targetFieldOf } from "../indicator-reading.ts";
import { type Check, findingOf } from "./check.ts";

/** 指標が指針のものか（法第16条）。 */
export const indicatorOfGuideline: Check = ({ values, guideline }) => {
  const chosen = values.indicators.indicator;
  if (chosen === undefined || guideline === undefined || guideline.indicators.has(chosen)) return [];
  return [
    findingOf(
      "indicatorOfGuideline",
      { field: "indicator" },
      `選んだ指標は「${guideline.name}」の指針にありません。指標を選び直してください。`,
    ),
  ];
};

/** 伸び率が、指針の求める下限に届くか。比べるときは丸めず、低いほど良い指標は下がった分を伸びとみなす。 */
export const growthFloor: Check = ({ values, guideline }) => {
  const reading = readIndicator(guideline, values);
  if (reading === undefined) return [];
  const { comparison, indicator } = reading;
  const place = { field: targetFieldOf(indicator) };
  if (comparison.problem !== null)
    return [
      findingOf(
        "growthNotComputable",
        place,
        "現状の値（A）が0のため伸び率を計算できません。審査担当が内容を確かめます。",
      ),
    ];
  const findings: Finding[] = [];
  if (!comparison.meets)
    findings.push(
      findingOf(
        "growthFloor",
        place,
        comparison.direction === "down"
          ? `「${indicator.name}」は低いほど良い指標です。${comparison.required ?? ""}%以上の低下が必要ですが、今は${comparison.improvementText}です。目標を見直してください。`
          : `「${indicator.name}」は期間全体で${comparison.required ?? ""}%以上の伸びが必要です（今は${comparison.growthPercentText ?? ""}%）。目標を見直してください。`,
        comparison.floorCertainty,
      ),
    );
  if (comparison.required === null && comparison.improved === false)
    findings.push(
      findingOf(
        "notImproving",
        place,
        `「${indicator.name}」が良くなる目標になっていません（${comparison.improvementText}）。目標を確かめてください。`,
      ),
    );
  if (comparison.baselineNotPositive)
    findings.push(
      findingOf(
        "baselineNotPositive",
        place,
        "現状の値（A）が0以下のため、絶対値を分母にして伸び率を計算しました。審査担当が内容を確かめます。",
      ),
    );
  return findings;
};

/** 三年から五年で、働く人や時間がこれ以上に変わるのは、数え方の違いを疑う。 */
const SUSPICIOUS_RATIO = 5;

/**
 * 現状と目標の労働投入量が、同じ数え方か。数え方の欄は一つだが、人と人・時を取り違えた数は桁が違って表れる。
 */
export const sameLabourInput: Check = ({ values, guideline }) => {
  const answers = values.indicators;
  const inputs = guideline?.indicators.get(answers.indicator ?? "")?.inputs ?? [];
  const labour = partsOf(inputs).filter(isLabour);
  return labour.flatMap((name) => {
    const before = partValue(answers, "baseline", name);
    const after = partValue(answers, "target", name);
    if (before === undefined || after === undefined || before <= 0 || after <= 0) return [];
    if (Math.max(before, after) < SUSPICIOUS_RATIO * Math.min(before, after)) return [];
    const { label, suffix } = indicatorParts[name];
    return [
      findingOf(
        "sameLabourInput",
        { field: `target${suffix}` },
        `${label}が、現状と目標で大きく違います。現状と目標を同じ数え方（人、又は人・時）でそろえてください。`,
      ),
    ];
  });
};

const isLabour = (name: PartName): boolean => name !== "sales" && indicatorParts[name].role === "divisor";
