/** 提出先、省庁、局、管轄の表の言葉。 */
import {
  date,
  facts,
  identifier,
  list,
  note,
  ordered,
  reference,
  several,
  target,
  text,
  choice,
  yesNo,
  longText,
  type TableDescriptor,
} from "./column-input.ts";

const ministryTarget = target("ministries", "name", ["name"]);
const familyTarget = target("officeFamilies", "id", ["name"]);
const office = reference("局", target("offices", "code", ["name"]));
const prefectureTarget = target("prefectures", "code", ["name"]);

export const routingRules: TableDescriptor<"routingRules"> = {
  title: "業種ごとの指針と提出先",
  lead: "産業分類の先頭の桁ごとに、指針、所管省庁、提出先の局の系統を決めます。桁の長い決まりが勝ちます。",
  group: "routing",
  columns: {
    revision: choice("分類の改定", { "": "両方", 13: "第13回改定", 14: "第14回改定" }),
    prefix: {
      ...text("産業分類", "先頭の2〜4桁の数字。"),
      named: target("industries14", "code", ["name"]),
    },
    ministries: ordered("所管省庁", ministryTarget, "局の系統と同じ順に並べます。空欄なら受け付けません。"),
    families: ordered("局の系統", familyTarget, "所管省庁と同じ順に並べます。"),
    guideline: reference("指針", target("guidelines", "id", ["name"])),
    callCentre: yesNo("コールセンター", "案内する", "案内しない", "案内するなら、理由も書きます。"),
    reason: longText("理由・説明"),
    ...facts,
  },
  scope: ["revision"],
  heading: ["prefix"],
  listed: ["revision", "ministries", "families", "guideline", "callCentre"],
  filters: ["ministries", "families", "guideline", "callCentre"],
};

export const prefectures: TableDescriptor<"prefectures"> = {
  title: "都道府県",
  lead: "都道府県の番号と名前です。",
  group: "ministries",
  columns: { code: text("番号"), name: text("名前"), kana: text("読み", "全角カタカナ。"), ...facts },
  heading: ["name"],
  listed: ["code", "kana"],
  filters: [],
  related: [
    { label: "受け持つ局", table: "jurisdictions", column: "prefectures", from: "code" },
    { label: "例外の市区町村", table: "municipalJurisdictions", column: "prefecture", from: "code" },
  ],
};

export const ministries: TableDescriptor<"ministries"> = {
  title: "省庁",
  lead: "主務大臣の省庁と、電子申請で認定まで行うかです。「郵送」の省庁には、様式を印刷して送ります。",
  group: "ministries",
  columns: {
    name: text("省庁"),
    electronic: yesNo("認定の方法", "電子申請", "郵送"),
    electronicIn2021: yesNo("令和3年の方法", "電子申請", "郵送"),
    note,
    ...facts,
  },
  heading: ["name"],
  listed: ["electronic", "electronicIn2021"],
  filters: ["electronic"],
  related: [
    { label: "業種", table: "routingRules", column: "ministries", from: "name" },
    { label: "局", table: "offices", column: "ministry", from: "name" },
    { label: "局の系統", table: "officeFamilies", column: "ministry", from: "name" },
  ],
};

export const officeFamilies: TableDescriptor<"officeFamilies"> = {
  title: "局の系統",
  lead: "都道府県の受持ちが同じ決まり方をする局のまとまりです。",
  group: "offices",
  columns: {
    id: identifier("識別子"),
    ministry: reference("省庁", ministryTarget, "空欄なら、各省庁の本省・本庁です。"),
    name: text("名前"),
    note: text("受持ちの説明"),
    ...facts,
  },
  heading: ["name"],
  listed: ["ministry", "note"],
  filters: ["ministry"],
  related: [
    { label: "受持ち", table: "jurisdictions", column: "family", from: "id" },
    { label: "例外の市区町村", table: "municipalJurisdictions", column: "family", from: "id" },
    { label: "業種", table: "routingRules", column: "families", from: "id" },
  ],
};

export const offices: TableDescriptor<"offices"> = {
  title: "局",
  lead: "提出先の局と、あて名になる長、書面の送り先です。",
  group: "offices",
  columns: {
    code: identifier("識別子"),
    ministry: reference("省庁", ministryTarget),
    name: text("局の名前"),
    headTitle: text("長の職名", "あて名と認定通知書の署名に出ます。"),
    headName: text("長の氏名", "氏名を記さないなら空欄。"),
    postalCode: text("郵便番号", "000-0000 の形。"),
    address: text("住所"),
    ...facts,
  },
  heading: ["name"],
  listed: ["ministry", "headTitle", "address"],
  filters: ["ministry"],
  related: [
    { label: "受持ち", table: "jurisdictions", column: "office", from: "code" },
    { label: "長と任期", table: "officeHeads", column: "office", from: "code" },
    { label: "例外の市区町村", table: "municipalJurisdictions", column: "office", from: "code" },
    { label: "文書番号", table: "documentNumbering", column: "office", from: "code" },
    { label: "この局だけの通知書の題", table: "letters", column: "office", from: "code" },
    { label: "この局だけの通知書の本文", table: "letterParagraphs", column: "office", from: "code" },
    { label: "この局だけの「記」", table: "letterItems", column: "office", from: "code" },
  ],
};

export const jurisdictions: TableDescriptor<"jurisdictions"> = {
  title: "局の受け持つ都道府県",
  lead: "局の系統ごとに、どの都道府県をどの局が受け持つかです。一つの都道府県は、系統の中で一つの局だけが受け持ちます。",
  group: "offices",
  columns: {
    family: reference("局の系統", familyTarget),
    office,
    prefectures: several("都道府県", prefectureTarget, " "),
    ...facts,
  },
  scope: ["family"],
  heading: ["office"],
  listed: ["family", "prefectures"],
  filters: ["family", "prefectures"],
};

export const municipalJurisdictions: TableDescriptor<"municipalJurisdictions"> = {
  title: "市区町村ごとの例外",
  lead: "都道府県の中で、受け持つ局がほかと違う市区町村です。書かない市区町村は、都道府県のとおりです。",
  group: "offices",
  columns: {
    family: reference("局の系統", familyTarget),
    prefecture: reference("都道府県", prefectureTarget),
    municipality: text("市区町村"),
    prefixes: list("業種", "例外が及ぶ産業分類の先頭の桁を縦棒（|）で区切ります。空欄なら、系統の全部です。"),
    office,
    ...facts,
  },
  scope: ["prefecture", "family"],
  heading: ["municipality"],
  listed: ["prefecture", "family", "prefixes", "office"],
  filters: ["prefecture", "family", "office"],
};

export const officeHeads: TableDescriptor<"officeHeads"> = {
  title: "局の長と任期",
  lead: "通知書に署名する長と、その任期です。行のない局は、局の表の職名で署名します。",
  group: "offices",
  columns: {
    office,
    title: text("職名"),
    name: text("氏名", "氏名を記さないなら空欄。"),
    validFrom: date("いつから"),
    validTo: date("いつまで", "空欄なら終わりが決まっていません。"),
    ...facts,
  },
  heading: ["office", "title", "validFrom"],
  listed: ["name", "validTo"],
  filters: ["office"],
};

export const documentNumbering: TableDescriptor<"documentNumbering"> = {
  title: "文書番号",
  lead: "認定通知書の文書番号の書き方です。",
  group: "letters",
  columns: {
    office,
    symbol: text("記号"),
    template: text("書き方", "{yyyymmdd} は日付、{symbol} は記号、{n} は通し番号に置き換わります。"),
    ...facts,
  },
  heading: ["office"],
  listed: ["symbol", "template"],
  filters: [],
};
