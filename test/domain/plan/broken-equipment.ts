/** 設備を一箇所だけ崩した計画と、そこに出るただ一つの指摘。 */
import { manufacturing, withFields, withRow } from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { type BrokenCase, equipmentRow, error, warning } from "./broken-plan.ts";
import { wholePlan } from "./whole-plan.ts";

const made = manufacturing.answers;

const confirmation = { number: "20261201東北第3号", own: true };

export const equipmentCases: readonly BrokenCase[] = [
  [
    "選択肢にない都道府県",
    equipmentRow({ prefecture: "48" }),
    { ...error("choiceExists", "equipment", "equipment.prefecture"), rowId: "equipment-1" },
    "選択肢の中から選んでください",
  ],
  [
    "もうない実施事項を指す設備",
    equipmentRow({ measure: "measure-9" }),
    { ...error("measuresExist", "equipment", "equipment.measure"), rowId: "equipment-1" },
    "実施事項を選び直して",
  ],
  [
    "廃止されたC類型の設備",
    equipmentRow({ type: "C" }),
    { ...error("typeOpen", "equipment", "equipment.type"), rowId: "equipment-1" },
    "C類型は、令和9年2月に取得する設備には使えません",
  ],
  [
    "A類型の建物",
    equipmentRow({ kind: "building" }),
    { ...error("kindEligible", "equipment", "equipment.kind"), rowId: "equipment-1" },
    "A類型の対象ではありません",
  ],
  [
    "最低取得価額に届かない機械装置",
    equipmentRow({ unitPrice: "1599" }),
    { ...error("unitPriceFloor", "equipment", "equipment.unitPrice"), rowId: "equipment-1" },
    "1,600千円以上が必要です（今は1,599千円）",
  ],
  [
    "施行を確かめきれていない最低取得価額は警告にとどめる",
    equipmentRow({ kind: "fixtures", unitPrice: "399" }),
    { ...warning("unitPriceFloor", "equipment", "equipment.unitPrice"), rowId: "equipment-1" },
    "400千円以上",
  ],
  [
    "種類の中の限定は、当てはまるかを確かめてもらう",
    equipmentRow({ kind: "tools" }),
    { ...warning("kindRestriction", "equipment", "equipment.kind"), rowId: "equipment-1" },
    "測定工具及び検査工具に限る",
  ],
  [
    "実施時期より前に取得した設備",
    withFields(made, "period", { start: "2027-03", end: "2030-02" }),
    { ...warning("acquiredInPeriod", "equipment", "equipment.acquiredMonth"), rowId: "equipment-1" },
    "実施時期（令和9年3月から令和12年2月まで）の外",
  ],
  [
    "限定に当てはまらないA類型の工具",
    withRow(wholePlan, ["equipment", "equipment"], 1, { meetsRestriction: "no", acquiredMonth: "2027-03" }),
    { ...warning("kindRestriction", "equipment", "equipment.meetsRestriction"), rowId: "equipment-2" },
    "この類型を使えません",
  ],
  [
    "限定に当てはまらないA類型のソフトウエアは、確認できた決まりなので止める",
    equipmentRow({ kind: "software", meetsRestriction: "no" }),
    { ...error("kindRestriction", "equipment", "equipment.meetsRestriction"), rowId: "equipment-1" },
    "この類型を使えません",
  ],
  [
    "対象外の設備",
    equipmentRow({ excludedUse: "yes" }),
    { ...error("excludedUse", "equipment", "equipment.excludedUse"), rowId: "equipment-1" },
    "税制の措置を使えません",
  ],
  [
    "半分を超えて売電する発電設備",
    equipmentRow({ powerPlant: "overHalf" }),
    { ...error("excludedUse", "equipment", "equipment.powerPlant"), rowId: "equipment-1" },
    "半分を超えて売る設備",
  ],
  [
    "中古の設備",
    equipmentRow({ newAsset: "no" }),
    { ...error("usedAsset", "equipment", "equipment.newAsset"), rowId: "equipment-1" },
    "中古の設備",
  ],
  [
    "個人事業主のE類型",
    equipmentRow({ type: "E" }, withFields(made, "company", { corporationType: "soleProprietor" })),
    { ...error("typeEForCorporations", "equipment", "equipment.type"), rowId: "equipment-1" },
    "法人だけ",
  ],
  [
    "売上高が足りないE類型",
    equipmentRow({ type: "E" }),
    { ...warning("typeEScale", "equipment", "equipment.type"), rowId: "equipment-1" },
    "10億円を超え90億円未満",
  ],
  [
    "投資額が足りないE類型",
    equipmentRow({ type: "E" }, withFields(made, "present-state", { sales: "1200000" })),
    { ...warning("typeEScale", "equipment", "equipment.type"), rowId: "equipment-1" },
    "1億円以上か、売上高の5%以上",
  ],
  [
    "取得年月と違う取得した日",
    equipmentRow({ acquiredOn: "2027-03-01" }),
    { ...error("acquiredOnInMonth", "equipment", "equipment.acquiredOn"), rowId: "equipment-1" },
    "令和9年3月1日）が、取得年月（令和9年2月",
  ],
  [
    "取得から61日目の申請",
    equipmentRow({ acquiredMonth: "2026-12", acquiredOn: "2026-12-10" }),
    { ...error("sixtyDays", "equipment", "equipment.acquiredOn"), rowId: "equipment-1" },
    "期限は令和9年2月8日でした",
    { on: "2027-02-09" },
  ],
  [
    "取得から60日目の申請は、期限を知らせる",
    equipmentRow({ acquiredMonth: "2026-12", acquiredOn: "2026-12-10" }),
    { ...warning("sixtyDaysLeft", "equipment", "equipment.acquiredOn"), rowId: "equipment-1" },
    "令和9年2月8日までに申請が受理",
    { on: "2027-02-08" },
  ],
  [
    "月しか分からない先月の設備は、早い場合の期限を知らせる",
    equipmentRow({ acquiredMonth: "2026-12" }),
    { ...warning("sixtyDaysLeft", "equipment", "equipment.acquiredMonth"), rowId: "equipment-1" },
    "期限は早ければ令和9年1月30日",
    { on: "2027-01-15" },
  ],
  [
    "受理された後の点検では、受理日と比べる",
    equipmentRow({ acquiredMonth: "2026-12", acquiredOn: "2026-12-10" }),
    { ...warning("sixtyDaysLeft", "equipment", "equipment.acquiredOn"), rowId: "equipment-1" },
    "令和9年2月8日",
    { on: "2027-03-10", facts: { acceptedOn: date("2027-01-20") } },
  ],
  [
    "事業承継等の実施事項で先に取得した設備",
    equipmentRow(
      { measure: "measure-2", acquiredMonth: "2026-12", acquiredOn: "2026-12-10" },
      withFields(wholePlan, "period", { start: "2026-12" }),
    ),
    { ...error("acquiredInSuccession", "equipment", "equipment.acquiredOn"), rowId: "equipment-1" },
    "60日の例外はありません",
    { on: "2026-12-20" },
  ],
  [
    "認定の見込みの日より前の取得",
    equipmentRow({ acquiredMonth: "2026-12" }),
    {
      ...warning("acquiredBeforeCertification", "equipment", "equipment.acquiredMonth"),
      rowId: "equipment-1",
    },
    "見込む認定の日は令和9年1月8日です",
    { on: "2026-12-15" },
  ],
  [
    "事業年度の末日までに認定が間に合わない設備",
    equipmentRow({ acquiredMonth: "2026-12" }, withFields(made, "company", { closingMonth: "12" })),
    { ...warning("fiscalYearEnd", "equipment", "equipment.acquiredMonth"), rowId: "equipment-1" },
    "事業年度の末日（令和8年12月31日）までに",
    { on: "2026-12-15" },
  ],
  [
    "証明書の番号がないA類型",
    equipmentRow({ certificateNumber: "" }),
    { ...warning("missingCertificate", "equipment", "equipment.certificateNumber"), rowId: "equipment-1" },
    "工業会等の証明書の番号がありません",
  ],
  [
    "確認書の番号がないB類型",
    equipmentRow({ type: "B", certificateNumber: "" }),
    { ...error("missingConfirmation", "equipment", "equipment.certificateNumber"), rowId: "equipment-1" },
    "申請の前に経済産業局の確認書",
  ],
  [
    "ほかの事業者の確認書の番号",
    equipmentRow({ type: "B", certificateNumber: "20261201東北第3号" }),
    { ...error("foreignConfirmation", "equipment", "equipment.certificateNumber"), rowId: "equipment-1" },
    "この事業者の物ではありません",
    { facts: { confirmations: [{ ...confirmation, own: false, usedElsewhere: false, type: "B" }] } },
  ],
  [
    "ほかの計画で使われている確認書の番号",
    equipmentRow({ type: "B", certificateNumber: "20261201東北第3号" }),
    { ...error("usedConfirmation", "equipment", "equipment.certificateNumber"), rowId: "equipment-1" },
    "二つの計画に使うことはできません",
    { facts: { confirmations: [{ ...confirmation, usedElsewhere: true, type: "B" }] } },
  ],
  [
    "違う類型の確認書の番号",
    equipmentRow({ type: "B", certificateNumber: "20261201東北第3号" }),
    { ...error("confirmationType", "equipment", "equipment.certificateNumber"), rowId: "equipment-1" },
    "E類型の確認書です",
    { facts: { confirmations: [{ ...confirmation, usedElsewhere: false, type: "E" }] } },
  ],
  [
    "記録にない確認書の番号",
    equipmentRow({ type: "B", certificateNumber: "20261201東北第9号" }),
    { ...warning("unknownConfirmation", "equipment", "equipment.certificateNumber"), rowId: "equipment-1" },
    "紙で受けた確認書なら",
    { facts: { confirmations: [] } },
  ],
  [
    "名称の違う設備に同じ証明書の番号",
    withRow(wholePlan, ["equipment", "equipment"], 1, { certificateNumber: "日工機証26-004417" }),
    { ...warning("duplicateCertificate", "equipment", "equipment.certificateNumber"), rowId: "equipment-2" },
    "「5軸制御立形マシニングセンタ」の行と同じ",
  ],
];
