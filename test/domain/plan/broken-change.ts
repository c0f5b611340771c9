/** 一箇所だけ崩した変更認定申請と、そこに出るただ一つの指摘。 */
import { changeBaseSection, writeChangeBase } from "#app/domain/plan-life/change-base.ts";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { manufacturing, withFields } from "#test/support/example-plans.ts";
import { someBase } from "../plan-life/some-base.ts";
import { type BrokenCase, equipmentRow, error, warning } from "./broken-plan.ts";

const base = manufacturing.answers;
const machines = (base["equipment"]?.["equipment"] ?? []) as readonly RawRow[];
const [machine] = machines;
if (machine === undefined) throw new Error("例の計画に設備がありません。");

const state = (subject: string) => ({
  changes: [
    { id: "change-1", subject, content: "自動計測装置を加える。", reason: "検査の工程を自動化するため。" },
  ],
  progress: [],
  realEstate: "no",
});

/** 認定を受けた計画から始めた変更認定申請。 */
const changeOf = (answers: RawAnswers, subject = "other"): RawAnswers => ({
  ...answers,
  [changeBaseSection]: writeChangeBase(someBase),
  change: state(subject),
});
const outside = { facts: { base: { answers: base, obstacle: null } } } as const;
const renamed = withFields(base, "company", { employees: "47" });
const period = (start: string, end: string): RawAnswers =>
  changeOf(withFields(renamed, "period", { start, end }));

export const changeCases: readonly BrokenCase[] = [
  [
    "何も変わっていない変更は申請できない",
    changeOf(base),
    error("nothingChanged", "change", "changes"),
    "まだ何も変わっていません",
    outside,
  ],
  [
    "変わった区画が変更事項に書かれていなければ知らせる",
    changeOf(renamed, "equipment"),
    warning("changeStatement", "change", "changes"),
    "「名称等」が変わっていますが",
    outside,
  ],
  [
    "取り消された計画は変えられない",
    changeOf(renamed),
    error("changeablePlan", "change", "changes"),
    "「認定取消し」のため、変更できません",
    { facts: { base: { answers: base, obstacle: { kind: "planEnded", state: "revoked" } } } },
  ],
  [
    "先に次の版が認定された計画は、その版から始め直す",
    changeOf(renamed),
    error("changeablePlan", "change", "changes"),
    "第2版が認定されました",
    { facts: { base: { answers: base, obstacle: { kind: "planMoved", version: 2 } } } },
  ],
  [
    "実施時期は縮められない（4年の計画を3年に）",
    {
      ...period("2026-12", "2029-11"),
      [changeBaseSection]: writeChangeBase({ ...someBase, end: "2030-11" as typeof someBase.end }),
    },
    error("periodExtension", "period", "end"),
    "延ばせるのは、5年（令和13年11月まで）です",
    outside,
  ],
  [
    "実施時期の始まりを動かすことは、扱いを確かめられていないので警告にとどめる",
    {
      ...changeOf(renamed),
      [changeBaseSection]: writeChangeBase({ ...someBase, start: "2026-11" as typeof someBase.start }),
    },
    warning("periodStartMoved", "period", "start"),
    "提出先に確かめてください",
    outside,
  ],
  [
    "取得した設備を計画から消したら知らせる",
    changeOf(withFields(base, "company", { employees: "47" })),
    warning("acquiredRemoved", "equipment", "equipment"),
    "設備「検査装置」が、計画から消えています",
    {
      facts: {
        base: {
          answers: withFields(base, "equipment", {
            equipment: [
              ...machines,
              { ...machine, id: "equipment-9", name: "検査装置", acquiredOn: "2026-12-20" },
            ],
          }),
          obstacle: null,
        },
      },
    },
  ],
  [
    "紙の認定の旧い細分類が、いまの分類のどれに当たるか決まらないとき",
    {
      ...changeOf(base),
      [changeBaseSection]: writeChangeBase({ ...someBase, origin: "paper", code13: "9999x" }),
    },
    warning("oldIndustry", "industry", "industries"),
    "いまの細分類を選んでください",
    { facts: { base: { answers: null, obstacle: null } } },
  ],
  [
    "足した設備の単価の下限は、認定を受けた設備とは別に見る",
    changeOf(
      withFields(renamed, "equipment", {
        equipment: [
          ...machines,
          { ...machine, id: "equipment-8", certificateNumber: "別の番号", unitPrice: "10", quantity: "1" },
        ],
      }),
    ),
    error("unitPriceFloor", "equipment", "equipment.unitPrice"),
    "1,600千円以上が必要です",
    outside,
  ],
  [
    "認定を受けたままの設備は、いまの決まりで指摘しない",
    { ...changeOf(equipmentRow({ unitPrice: "10" })), change: state("equipment") },
    error("nothingChanged", "change", "changes"),
    "まだ何も変わっていません",
    { facts: { base: { answers: equipmentRow({ unitPrice: "10" }), obstacle: null } } },
  ],
];
