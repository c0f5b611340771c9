/** 10 事前調査、11 不動産、税制の確認、添付書類の点検。 */
import type { CheckEntry } from "./check-entry.ts";

const taxLaw = "租税特別措置法第42条の12の4、第10条の5の3";
const portal = "ポータルの添付の決まり";

export const otherEntries = {
  dueDiligenceForTypeD: {
    title: "D類型の事前調査",
    section: "due-diligence",
    weight: "recalled",
    source: "D類型の要件の事前調査の記載は未確認",
  },
  realEstateRows: {
    title: "取得する不動産がない",
    section: "real-estate",
    weight: "recalled",
    source: "様式第2（経営力向上に関する命令）",
  },
  realEstateTransfer: {
    title: "譲受けのない不動産",
    section: "real-estate",
    weight: "seen",
    source: "事業又は資産の譲受けによる土地及び家屋に限る https://elaws.jp/view/428M60000F4A002",
  },

  mayUseTaxRelief: {
    title: "税制の措置を使えるか",
    section: "tax",
    weight: "notice",
    source: `${taxLaw} https://kantan-tax.com/hojin2-11-2/`,
  },

  attachmentMissing: {
    title: "足りない添付書類",
    section: "attachments",
    weight: "rulebook",
    source: "経営力向上に関する命令第2条 https://kitagoh-gyousei.com/?p=2556",
  },
  attachmentInfected: {
    title: "ウイルスの見つかった添付書類",
    section: "attachments",
    weight: "consistency",
    source: portal,
  },
  attachmentScanning: {
    title: "検査の終わっていない添付書類",
    section: "attachments",
    weight: "setting",
    source: portal,
  },
  attachmentUnscanned: {
    title: "検査していない添付書類",
    section: "attachments",
    weight: "setting",
    source: portal,
  },
  attachmentUnneeded: {
    title: "要らない添付書類",
    section: "attachments",
    weight: "notice",
    source: portal,
  },
} as const satisfies Record<string, CheckEntry>;
