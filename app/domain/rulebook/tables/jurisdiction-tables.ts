/** 主務大臣、提出先の局、管轄、提出先の決まり（routing）の表。 */
import { z } from "zod";
import {
  civilDate,
  facts,
  identifier,
  list,
  optional,
  optionalText,
  prefectureCode,
  revision,
  text,
  yesNo,
} from "./fact-row.ts";

export const prefectureRow = z.object({
  code: prefectureCode,
  name: text,
  kana: text.regex(/^[ァ-ヶー]+$/u, "読みは全角カタカナで書きます"),
  ...facts,
});

/** 名称（例: 経済産業省）がそのまま識別子。electronic は電子申請で認定まで行う省庁か。 */
export const ministryRow = z.object({
  name: text,
  electronic: yesNo,
  electronicIn2021: yesNo,
  note: optionalText,
  ...facts,
});

/** 局の系統（地方経済産業局、地方運輸局など）。ministry が空なら各省庁の本省・本庁。 */
export const officeFamilyRow = z.object({
  id: identifier,
  ministry: optionalText,
  name: text,
  note: optionalText,
  ...facts,
});

/** 提出先の局。headName は個人名を記さないとき空。address は書面の送り先、不明なら空。 */
export const officeRow = z.object({
  code: identifier,
  ministry: text,
  name: text,
  headTitle: text,
  headName: optionalText,
  postalCode: optional(z.string().regex(/^\d{3}-\d{4}$/u, "郵便番号は 000-0000 で書きます")),
  address: optionalText,
  ...facts,
});

const industryPrefix = z.string().regex(/^\d{2,4}$/u, "prefix は 2〜4 桁の数字です");

/** 系統ごとの管轄。同じ局が二つの系統を受け持つことがある（陸運と海事の近畿運輸局など）。 */
export const jurisdictionRow = z.object({
  family: identifier,
  office: identifier,
  prefectures: list(" ").pipe(z.array(prefectureCode).min(1, "都道府県がありません")),
  ...facts,
});

/** 市区町村ごとの管轄の例外（海事の山口県の一部の市など）。ほかの市区町村は jurisdictions のとおり。 */
export const municipalJurisdictionRow = z.object({
  family: identifier,
  prefecture: prefectureCode,
  municipality: text,
  /** 例外が及ぶ業種コードの先頭桁。空なら系統の全部。 */
  prefixes: list("|").pipe(z.array(industryPrefix)),
  office: identifier,
  ...facts,
});

/** 局の長と任期。行のない局は offices の headTitle で署名する。name は氏名を記さないとき空。 */
export const officeHeadRow = z.object({
  office: identifier,
  title: text,
  name: optionalText,
  validFrom: civilDate,
  validTo: optional(civilDate),
  ...facts,
});

/** 認定通知書の文書番号の書式。`{yyyymmdd}` `{symbol}` `{n}` を置き換える。 */
export const documentNumberingRow = z.object({
  office: identifier,
  symbol: text,
  template: text,
  ...facts,
});

/**
 * 業種コードの先頭桁ごとの決まり。長い prefix が勝ち、同じ長さなら改定を指定した行が勝つ。
 * ministries と families は同じ順の組。ministries が空なら事業として受け付けない。
 */
export const routingRuleRow = z.object({
  revision: optional(revision),
  prefix: industryPrefix,
  ministries: list("|"),
  families: list("|"),
  guideline: identifier,
  callCentre: yesNo,
  reason: optionalText,
  ...facts,
});
