/** デモ用の申請者。見本の計画を持つ四つの企業と、画面の分かれ道を見るためのアカウント。 */
import type { DemoAccount } from "./demo-account.ts";

/** 申請者の全アカウントに共通の、画面に示すパスワード。 */
const password = "demo-gbizid";

interface Company {
  readonly number: string;
  /** 空文字は屋号の無い個人事業主。 */
  readonly name: string;
  readonly type: "1" | "2";
  readonly prefecture: string;
  readonly address: readonly [string, string];
  readonly postCode: string;
  readonly representative: Person;
}

interface Person {
  readonly name: readonly [string, string];
  readonly kana: readonly [string, string];
  readonly birthday: string;
}

interface Account {
  readonly subject: string;
  readonly loginId: string;
  readonly type: "1" | "2" | "3";
  readonly user: Person;
  readonly department?: string;
  readonly telephone: string;
  readonly parentSubject?: string;
}

const roles = { "1": "エントリー", "2": "プライム", "3": "メンバー" } as const;

function accountOf(company: Company, account: Account): DemoAccount {
  const { representative } = company;
  const { user } = account;
  const owner = company.type === "1" ? "法人" : "個人事業主";
  return {
    subject: account.subject,
    loginId: account.loginId,
    password,
    displayName: user.name.join(" "),
    organisation: company.name || "（屋号なし）",
    role: `${roles[account.type]}（${owner}）`,
    userInfo: {
      account_type: account.type,
      corp_type: company.type,
      ...(account.parentSubject === undefined ? {} : { parent_id: account.parentSubject }),
      corporate_number: company.number,
      name: company.name,
      en_name: "",
      prefecture_name: company.prefecture,
      address1: company.address[0],
      address2: company.address[1],
      rep_last_nm: representative.name[0],
      rep_first_nm: representative.name[1],
      rep_last_nm_kana: representative.kana[0],
      rep_first_nm_kana: representative.kana[1],
      ...(account.type === "1" ? {} : { birthday_ymd: representative.birthday }),
      user_last_nm: user.name[0],
      user_first_nm: user.name[1],
      user_last_nm_kana: user.kana[0],
      user_first_nm_kana: user.kana[1],
      user_post_code: company.postCode,
      user_prefecture_name: company.prefecture,
      user_address1: company.address[0],
      user_address2: company.address[1],
      user_address3: "",
      user_department: account.department ?? "",
      user_tel_no_contact: account.telephone,
      user_birthday_ymd: user.birthday,
      mandate_info: account.type === "3" ? [{ client_id: "keieiryoku-portal" }] : [],
      email: account.loginId,
      user_email: account.loginId,
    },
  };
}

const takahashi: Person = { name: ["髙橋", "健一"], kana: ["タカハシ", "ケンイチ"], birthday: "19630514" };
const sakiyama: Person = { name: ["﨑山", "由美"], kana: ["サキヤマ", "ユミ"], birthday: "19700208" };
const yoshikawa: Person = { name: ["𠮷川", "誠"], kana: ["ヨシカワ", "マコト"], birthday: "1968-11-23" };
const nakamura: Person = { name: ["中村", "和子"], kana: ["ナカムラ", "カズコ"], birthday: "19580930" };
const minato: Person = { name: ["湊", "さくら"], kana: ["ミナト", "サクラ"], birthday: "1985-03-03" };
const shimada: Person = { name: ["島田", "陽子"], kana: ["シマダ", "ヨウコ"], birthday: "19770619" };
const kobayashi: Person = { name: ["小林", "大輔"], kana: ["コバヤシ", "ダイスケ"], birthday: "19790717" };

const aoba: Company = {
  number: "7990001000001",
  name: "株式会社青葉精密製作所",
  type: "1",
  prefecture: "04",
  address: ["仙台市泉区", "明通二丁目14番地"],
  postCode: "9813206",
  representative: takahashi,
};
const seishin: Company = {
  number: "6990001000002",
  name: "西神倉庫株式会社",
  type: "1",
  prefecture: "28",
  address: ["神戸市西区", "伊川谷町有瀬1207番地の3"],
  postCode: "6512113",
  representative: sakiyama,
};
const yoshikawaKensetsu: Company = {
  number: "5990001000003",
  name: "有限会社𠮷川建設",
  type: "1",
  prefecture: "27",
  address: ["堺市北区", "百舌鳥梅町一丁目30番1号"],
  postCode: "5918032",
  representative: yoshikawa,
};
const yamabuki: Company = {
  number: "6990001000019",
  name: "社会福祉法人 筑紫野やまぶき会",
  type: "1",
  prefecture: "40",
  address: ["筑紫野市", "二日市北三丁目5番11号"],
  postCode: "8180056",
  representative: nakamura,
};
const soleProprietor: Company = {
  number: "1000000081530",
  name: "",
  type: "2",
  prefecture: "13",
  address: ["江東区", "仮町三丁目8番2号"],
  postCode: "1350000",
  representative: minato,
};
const namedProprietor: Company = {
  number: "1000000081611",
  name: "喫茶しまだ",
  type: "2",
  prefecture: "17",
  address: ["金沢市", "仮町二丁目5番7号"],
  postCode: "9200000",
  representative: shimada,
};
const entryCompany: Company = {
  number: "6990002000001",
  name: "株式会社こばやし木工",
  type: "1",
  prefecture: "20",
  address: ["松本市", "仮町一丁目6番5号"],
  postCode: "3900000",
  representative: kobayashi,
};

/** デモ用の申請者アカウント。並びはログイン画面の並びになる。 */
export const demoApplicants: readonly DemoAccount[] = [
  accountOf(aoba, {
    subject: "80412",
    loginId: "takahashi@aoba.example.jp",
    type: "2",
    user: takahashi,
    telephone: "0220000001",
  }),
  accountOf(aoba, {
    subject: "80977",
    loginId: "oda@aoba.example.jp",
    type: "3",
    user: { name: ["小田", "航"], kana: ["オダ", "ワタル"], birthday: "19910826" },
    department: "経理課",
    telephone: "0220000002",
    parentSubject: "80412",
  }),
  accountOf(aoba, {
    subject: "81206",
    loginId: "hayasaka@aoba.example.jp",
    type: "2",
    user: { name: ["早坂", "美咲"], kana: ["ハヤサカ", "ミサキ"], birthday: "1980-12-01" },
    department: "北上工場",
    telephone: "0197000001",
  }),
  accountOf(seishin, {
    subject: "80533",
    loginId: "sakiyama@seishin.example.jp",
    type: "2",
    user: sakiyama,
    telephone: "0780000001",
  }),
  accountOf(yoshikawaKensetsu, {
    subject: "80641",
    loginId: "yoshikawa@yoshikawa.example.jp",
    type: "2",
    user: yoshikawa,
    telephone: "0720000001",
  }),
  accountOf(yamabuki, {
    subject: "80758",
    loginId: "nakamura@yamabuki.example.jp",
    type: "2",
    user: nakamura,
    telephone: "0920000001",
  }),
  accountOf(soleProprietor, {
    subject: "81530",
    loginId: "minato@sakura.example.jp",
    type: "2",
    user: minato,
    telephone: "0300000001",
  }),
  accountOf(namedProprietor, {
    subject: "81611",
    loginId: "shimada@kissa.example.jp",
    type: "2",
    user: shimada,
    telephone: "0760000001",
  }),
  accountOf(entryCompany, {
    subject: "81984",
    loginId: "kobayashi@mokko.example.jp",
    type: "1",
    user: kobayashi,
    telephone: "0263000001",
  }),
];
