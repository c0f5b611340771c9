/**
 * 8 経営力向上設備等の種類（法第17条第2項第5号）。税制の措置を使うときだけ書く
 * （租税特別措置法第42条の12の4、個人は第10条の5の3）。
 */
import { defineSection, type ShownWhen } from "../field.ts";
import { choice, date, integer, month, rows, text, yesNo } from "../field-kinds.ts";

/** 自社の確認書の番号の一覧の id。 */
export const CONFIRMATION_SUGGESTIONS = "confirmation-numbers";

const isRestricted: ShownWhen = (row, situation) =>
  situation.restrictedEquipment.includes(`${String(row["type"])}/${String(row["kind"])}`) ||
  (row["meetsRestriction"] ?? "") !== "";

/** 売電のある発電設備になり得る種類。 */
const mayGeneratePower: ShownWhen = (row) =>
  row["kind"] === "machinery" || row["kind"] === "building-fixtures";

export const equipment = defineSection({
  id: "equipment",
  number: "8",
  title: "経営力向上設備等の種類",
  intro: "税制の措置を使って取得する設備を書きます。税制を使わない計画では空のままで構いません。",
  fields: {
    equipment: rows({
      label: "設備等",
      rowLabel: "設備",
      requirement: "optional",
      help: "名称や型式が違う設備は、行を分けて書きます。",
      maxRows: 200,
      fields: {
        measure: choice({
          label: "実施事項",
          help: "この設備を使う実施事項を選びます。",
          options: "measures",
        }),
        acquiredMonth: month({
          label: "取得年月",
          help: "引渡しを受ける月です。取得は認定の後にするのが原則です。",
          example: "2027年2月（令和9年2月）",
        }),
        type: choice({
          label: "利用を想定している支援措置",
          help: "A 生産性向上設備、B 収益力強化設備、D 経営資源集約化に資する設備、E 経営規模拡大設備等から選びます。",
          options: "equipmentTypes",
        }),
        kind: choice({
          label: "設備等の種類",
          help: "証明書や確認書に書かれた種類を選びます。",
          options: "equipmentKinds",
        }),
        name: text({
          label: "設備等の名称",
          help: "証明書と同じ名称にします。",
          example: "5軸制御立形マシニングセンタ",
        }),
        model: text({
          label: "型式",
          requirement: "optional",
          help: "証明書と同じ型式にします。型式のない設備は空欄にします。",
          example: "VX5-600",
        }),
        prefecture: choice({
          label: "所在地（都道府県）",
          help: "設備を使う場所です。国内で使う設備に限られます。",
          options: "prefectures",
        }),
        city: text({ label: "所在地（市区町村）", help: "設備を使う市区町村です。", example: "仙台市泉区" }),
        unitPrice: integer({
          label: "単価",
          unit: "千円",
          min: 1,
          help: "一台当たりの取得価額です。千円に満たない額は切り捨てます。",
          example: "38,000",
        }),
        quantity: integer({
          label: "数量",
          unit: "台",
          min: 1,
          help: "同じ名称・型式の設備の数です。",
          example: "1",
        }),
        certificateNumber: text({
          label: "証明書等の文書番号",
          help: "A は工業会等の証明書、B・D・E は経済産業局の確認書の番号です。このポータルで受けた確認書は、候補から選べます。",
          suggestions: CONFIRMATION_SUGGESTIONS,
          requirement: "optional",
          example: "日工機証26-004417",
        }),
        acquiredOn: date({
          label: "取得した日",
          help: "すでに取得した設備だけ、引渡しを受けた日を書きます。60日以内かどうかを確かめるために使います。",
          requirement: "optional",
          beyondForm: true,
          example: "2026年11月20日（令和8年11月20日）",
        }),
        newAsset: yesNo({
          label: "新品かどうか",
          help: "中古の設備や、人に貸すための設備は対象になりません。",
          requirement: "optional",
          beyondForm: true,
          yes: "新品で、自社で使う",
          no: "中古、又は人に貸す",
        }),
        meetsRestriction: yesNo({
          label: "種類の中の限定",
          help: "A類型の工具は測定工具と検査工具、ソフトウエアは情報を集めて分析・指示する機能のあるものに限られます。",
          requirement: "optional",
          beyondForm: true,
          yes: "当てはまる",
          no: "当てはまらない",
          when: isRestricted,
        }),
        excludedUse: yesNo({
          label: "対象外の設備への該当",
          help: "医療保健業の医療機器や建物、事務用の備品、本店や寄宿舎の附属設備、福利厚生の設備、販売用ソフトウエアの原本、開発研究用のもの、管理を外に任せるコインランドリー、暗号資産の採掘の設備などは対象になりません。",
          requirement: "optional",
          beyondForm: true,
          yes: "当てはまる",
          no: "当てはまらない",
        }),
        powerPlant: choice({
          label: "発電設備かどうか",
          help: "発電した電気を売る設備では、売る割合の見込みの報告書を添付します。半分を超えて売る設備は対象になりません。",
          requirement: "optional",
          beyondForm: true,
          options: [
            { value: "no", label: "発電設備ではない" },
            { value: "halfOrLess", label: "発電設備で、売る電気は半分以下" },
            { value: "overHalf", label: "発電設備で、売る電気が半分を超える" },
          ],
          when: mayGeneratePower,
        }),
      },
    }),
  },
});
