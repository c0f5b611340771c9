/** 7 資金の点検。行が指す実施事項の点検も、ここで資金と設備を一緒に見る。 */
import { computeLocalBenchmark } from "../../benchmark/local-benchmark.ts";
import { formatInteger } from "../../text/number-input.ts";
import { benchmarkAccountsOf } from "../benchmark-entries.ts";
import { equipmentFigures } from "../figures/equipment-figures.ts";
import { fundingFigures } from "../figures/funding-figures.ts";
import type { Finding } from "../finding.ts";
import { type Check, findingOf } from "./check.ts";

/** 設備の代金が、資金の合計に収まるか（法第17条第2項第4号・第5号）。 */
export const fundsCoverEquipment: Check = ({ values }) => {
  const { amount: price } = equipmentFigures(values.equipment.equipment, []);
  const { total: funds } = fundingFigures(values.funding.funds);
  if (price <= funds) return [];
  return [
    findingOf(
      "fundsCoverEquipment",
      { field: "funds" },
      `設備の金額の合計（${formatInteger(price)}千円）が、資金の合計（${formatInteger(funds)}千円）を超えています。設備の資金も書き足してください。`,
    ),
  ];
};

/** 保証のために書いた純資産と EBITDA 有利子負債倍率が、現状認識の決算の数字と合うか。 */
export const guaranteeFigures: Check = ({ values }) => {
  const { guaranteeNetAssets, guaranteeEbitdaMultiple } = values.funding;
  const { netAssets } = values["present-state"];
  const findings: Finding[] = [];
  if (guaranteeNetAssets !== undefined && netAssets !== undefined && guaranteeNetAssets !== netAssets)
    findings.push(
      findingOf(
        "guaranteeFigures",
        { field: "guaranteeNetAssets" },
        `純資産の合計額が、現状認識の純資産（${formatInteger(netAssets)}千円）と違います。どちらが正しいか確かめてください。`,
      ),
    );
  const computed = computeLocalBenchmark(benchmarkAccountsOf(values)).find(
    ({ id }) => id === "ebitdaDebtMultiple",
  )?.value;
  if (
    guaranteeEbitdaMultiple !== undefined &&
    computed?.kind === "computed" &&
    Math.abs(Number(guaranteeEbitdaMultiple) - computed.approximate) > ROUNDING
  )
    findings.push(
      findingOf(
        "guaranteeFigures",
        { field: "guaranteeEbitdaMultiple" },
        `EBITDA有利子負債倍率が、現状認識の数字から計算した値（${computed.display}）と違います。どちらが正しいか確かめてください。`,
      ),
    );
  return findings;
};

/** 小数第一位までに丸めた値との差は見ない。 */
const ROUNDING = 0.051;

/** 行が指す実施事項が、まだあるか。 */
export const measuresExist: Check = ({ values }) => {
  const known = new Set(values.measures.measures.map((row) => row.id));
  const lost = (
    section: string,
    field: string,
    rows: readonly { readonly id: string; readonly measure: string | undefined }[],
  ) =>
    rows.flatMap((row) =>
      row.measure === undefined || known.has(row.measure)
        ? []
        : [
            findingOf(
              "measuresExist",
              { section, field, rowId: row.id },
              "選んだ実施事項が見つかりません。実施事項を選び直してください。",
            ),
          ],
    );
  return [
    ...lost("funding", "funds.measure", values.funding.funds),
    ...lost("equipment", "equipment.measure", values.equipment.equipment),
  ];
};
