/** 7 資金と 8 設備の点検。 */
import type { CheckEntry } from "./check-entry.ts";

const portal = "ポータルの入力の決まり";
const taxLaw = "租税特別措置法第42条の12の4、第10条の5の3";
const certificateTiming = "http://www.chusho.meti.go.jp/keiei/kyoka/ninteisinseisyo.html";

export const equipmentEntries = {
  fundsCoverEquipment: {
    title: "設備の金額と資金の食い違い",
    section: "funding",
    weight: "inferred",
    source: "法第17条第2項第4号・第5号",
  },
  guaranteeFigures: {
    title: "保証のための数字と決算の数字の食い違い",
    section: "funding",
    weight: "recalled-low",
    source: "様式第1の7(2)。欄の決まりは未確認",
  },

  typeOpen: {
    title: "使えない類型",
    section: "equipment",
    weight: "seen",
    source: `${taxLaw} https://www.fps-net.com/knowledge/tax/2025/3_3.html`,
  },
  kindEligible: {
    title: "類型の対象でない種類",
    section: "equipment",
    weight: "seen",
    source: `${taxLaw} https://www.zeikei-news.co.jp/news/070717`,
  },
  kindRestriction: {
    title: "種類の中の限定",
    section: "equipment",
    weight: "rulebook",
    source: `${taxLaw} https://www.komatsu.jp/kcsj/recommended/business/221-1`,
  },
  unitPriceFloor: {
    title: "最低取得価額の不足",
    section: "equipment",
    weight: "rulebook",
    source: `${taxLaw}。金額は取得日の規則集による`,
  },
  excludedUse: {
    title: "対象外の設備",
    section: "equipment",
    weight: "seen",
    source: `${taxLaw} https://www.tkcshuppan.co.jp/trial/57246/pageindices/index22.html`,
  },
  usedAsset: {
    title: "新品でない設備",
    section: "equipment",
    weight: "seen",
    source: `${taxLaw} https://www.nta.go.jp/taxes/shiraberu/taxanswer/hojin/5434.htm`,
  },
  typeEForCorporations: {
    title: "E類型は法人だけ",
    section: "equipment",
    weight: "seen",
    source: `${taxLaw} https://www.zeikei-news.co.jp/news/070717`,
  },
  typeEScale: {
    title: "E類型の売上高と投資額",
    section: "equipment",
    weight: "notice",
    source: `${taxLaw} https://www.zeikei-news.co.jp/news/070717。前年度の数字かどうかは決算書で確かめる`,
  },
  acquiredInPeriod: {
    title: "実施時期の外の取得",
    section: "equipment",
    weight: "recalled",
    source: "取得年月は実施時期の中とする。資料は未確認",
  },
  acquiredOnInMonth: {
    title: "取得した日と取得年月の食い違い",
    section: "equipment",
    weight: "consistency",
    source: portal,
  },
  sixtyDays: {
    title: "取得から60日を過ぎた設備",
    section: "equipment",
    weight: "seen",
    source: `取得の後60日以内の受理 ${certificateTiming}`,
  },
  sixtyDaysLeft: {
    title: "取得した設備の受理の期限",
    section: "equipment",
    weight: "notice",
    source: `取得の後60日以内の受理 ${certificateTiming}`,
  },
  acquiredInSuccession: {
    title: "事業承継等で先に取得した設備",
    section: "equipment",
    weight: "seen",
    source: `60日の例外は事業承継等の設備に及ばない ${certificateTiming}`,
  },
  acquiredBeforeCertification: {
    title: "認定の見込みより前の取得",
    section: "equipment",
    weight: "notice",
    source: `取得は認定の後が原則 ${certificateTiming}`,
  },
  fiscalYearEnd: {
    title: "事業年度末までに認定が間に合わない見込み",
    section: "equipment",
    weight: "notice",
    source: "認定と取得は同じ事業年度 https://jpbm.or.jp/dailynews/archives/3300",
  },
  missingCertificate: {
    title: "工業会等の証明書の番号がない（A類型）",
    section: "equipment",
    weight: "notice",
    source: "証明書の写しの添付 https://kitagoh-gyousei.com/?p=2556。証明書は取得の後でもよい",
  },
  missingConfirmation: {
    title: "経済産業局の確認書の番号がない（B・D・E類型）",
    section: "equipment",
    weight: "seen",
    source: "申請の前に確認書を受ける https://jpbm.or.jp/dailynews/archives/3300",
  },
  unknownConfirmation: {
    title: "このポータルの記録にない確認書の番号（B・D・E類型）",
    section: "equipment",
    weight: "notice",
    source: "紙で受けた確認書は記録にない",
  },
  foreignConfirmation: {
    title: "ほかの事業者の確認書の番号（B・D・E類型）",
    section: "equipment",
    weight: "consistency",
    source: "このポータルが発行した確認書の記録",
  },
  usedConfirmation: {
    title: "ほかの計画で使われている確認書の番号（B・D・E類型）",
    section: "equipment",
    weight: "consistency",
    source: "このポータルが発行した確認書の記録",
  },
  confirmationType: {
    title: "違う類型の確認書の番号（B・D・E類型）",
    section: "equipment",
    weight: "consistency",
    source: "このポータルが発行した確認書の記録",
  },
  duplicateCertificate: {
    title: "同じ証明書の番号",
    section: "equipment",
    weight: "notice",
    source: "工業会の証明書は型式ごと https://www.fooma.or.jp/system/propertytax/",
  },
} as const satisfies Record<string, CheckEntry>;
