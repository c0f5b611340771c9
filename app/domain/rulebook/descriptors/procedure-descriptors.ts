/** 条文、期間、文書、休日、添付書類、事業承継等の表の言葉。 */
import { letterNames } from "../letter-names.ts";
import {
  date,
  facts,
  identifier,
  longText,
  note,
  number,
  order,
  reference,
  target,
  text,
  choice,
  type TableDescriptor,
} from "./column-input.ts";

const letter = choice("文書", letterNames);

/** 文面の当てはまる範囲。 */
const letterScope = {
  ministry: reference(
    "省庁",
    target("ministries", "name", ["name"]),
    "その省庁の局だけに使う文面なら選びます。空欄なら全部の省庁です。",
  ),
  office: reference(
    "局",
    target("offices", "code", ["name"]),
    "その局だけに使う文面なら選びます（省庁は空欄のまま）。局、省庁、全部の順に、細かい文面が勝ちます。",
  ),
};

/** 全部の省庁と局で使う文面しか無かった頃のファイルには、範囲の欄が無い。 */
const letterScopeAddedLater = [{ ministry: "", office: "" }];

export const legalArticles: TableDescriptor<"legalArticles"> = {
  title: "根拠の条文",
  lead: "様式と通知書に書く条文です。改正で条の番号が変わるときは、新しい行を足して日付で分けます。",
  group: "procedure",
  columns: {
    subject: choice("何の条文か", {
      newApplication: "新規の申請",
      changeApplication: "変更の申請",
      revocation: "認定の取消し",
      statutoryContents: "計画の記載事項",
      guideline: "事業分野別指針",
    }),
    article: text("条文", "第17条第1項 など。"),
    validFrom: date("いつから"),
    validTo: date("いつまで", "空欄なら終わりが決まっていません。"),
    ...facts,
  },
  heading: ["subject", "article"],
  listed: ["validFrom", "validTo"],
  filters: ["subject"],
};

export const periodChoices: TableDescriptor<"periodChoices"> = {
  title: "計画期間",
  lead: "申請者が選べる計画期間です。",
  group: "procedure",
  columns: { months: number("月数", "か月"), label: text("呼び名"), ...facts },
  heading: ["label"],
  listed: ["months"],
  filters: [],
};

export const processing: TableDescriptor<"processing"> = {
  title: "標準処理期間",
  lead: "申請から認定までの日数の目安です。申請者に、認定の予定日として見せます。",
  group: "procedure",
  columns: {
    condition: choice("場合", {
      electronicMetiOnly: "経済産業局だけへの電子申請",
      single: "一つの省庁",
      joint: "複数の省庁",
    }),
    name: text("呼び名"),
    days: number("日数", "日"),
    unit: choice("数え方", { businessDays: "休日を除く", days: "休日を含む" }),
    ...facts,
  },
  heading: ["name"],
  listed: ["days", "unit"],
  filters: [],
};

export const holidays: TableDescriptor<"holidays"> = {
  title: "休日",
  lead: "行政機関の休日です。土曜と日曜は書きません。",
  group: "procedure",
  columns: {
    date: date("日"),
    name: text("名前"),
    kind: choice("種類", { national: "国民の祝日・休日", yearEnd: "年末年始" }),
    ...facts,
  },
  heading: ["date", "name"],
  listed: ["kind"],
  filters: ["kind"],
};

export const letters: TableDescriptor<"letters"> = {
  title: "通知書の題",
  lead: "認定などの通知書の題と、公印の扱いです。省庁や局だけの文面を足せます。題、本文、「記」は、それぞれ細かい文面が勝ちます。",
  group: "letters",
  columns: { kind: letter, ...letterScope, subject: text("題"), sealNote: text("公印の書き方"), ...facts },
  heading: ["kind", "ministry", "office"],
  listed: ["subject", "sealNote"],
  filters: ["ministry", "office"],
  addedLater: letterScopeAddedLater,
  related: [
    { label: "本文", table: "letterParagraphs", column: "letter", from: "kind" },
    { label: "「記」", table: "letterItems", column: "letter", from: "kind" },
  ],
};

export const letterParagraphs: TableDescriptor<"letterParagraphs"> = {
  title: "通知書の本文",
  lead: "通知書の本文の段落です。{ } の中は、発行のときに値に置き換わります。",
  group: "letters",
  columns: { letter, ...letterScope, order, text: longText("段落"), ...facts },
  heading: ["letter", "ministry", "office", "order"],
  listed: ["text"],
  filters: ["letter", "ministry", "office"],
  addedLater: letterScopeAddedLater,
};

export const letterItems: TableDescriptor<"letterItems"> = {
  title: "通知書の「記」の項目",
  lead: "通知書の「記」に並べる項目です。{ } の中は、発行のときに値に置き換わります。",
  group: "letters",
  columns: { letter, ...letterScope, order, label: text("項目"), value: text("値"), ...facts },
  scope: ["letter", "ministry", "office"],
  heading: ["label"],
  listed: ["order", "letter", "ministry", "office", "value"],
  filters: ["letter", "ministry", "office"],
  addedLater: letterScopeAddedLater,
};

export const successionKinds: TableDescriptor<"successionKinds"> = {
  title: "事業承継等の種類",
  lead: "様式の①から⑩の種類です。",
  group: "attachments",
  columns: { id: identifier("識別子"), order, mark: text("記号"), name: text("名前"), note, ...facts },
  heading: ["mark", "name"],
  listed: ["order", "note"],
  filters: [],
};

const conditions = {
  "": "（なし）",
  always: "いつも",
  equipment: "設備を取得するとき",
  typeA: "A類型の設備があるとき",
  typeBDE: "B・D・E類型の設備があるとき",
  typeD: "D類型の設備があるとき",
  powerPlant: "発電設備があるとき",
  succession: "事業承継等を行うとき",
  investment: "投資計画の確認を申請するとき",
  investmentB: "B類型の投資計画の確認を申請するとき",
  investmentD: "D類型の投資計画の確認を申請するとき",
  investmentE: "E類型の投資計画の確認を申請するとき",
};

export const attachmentKinds: TableDescriptor<"attachmentKinds"> = {
  title: "添付書類",
  lead: "申請に添える書類と、要る場合です。",
  group: "attachments",
  columns: {
    id: identifier("識別子"),
    order,
    name: text("書類の名前"),
    requiredWhen: choice("要る場合", conditions),
    offeredWhen: choice("添えてもよい場合", conditions),
    per: choice("数え方", { plan: "計画に一つ", equipment: "設備ごと" }),
    help: longText("申請者への説明"),
    ...facts,
  },
  heading: ["name"],
  listed: ["order", "requiredWhen", "offeredWhen", "per"],
  filters: ["requiredWhen"],
};
