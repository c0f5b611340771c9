import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readApplicantClaims } from "#app/adapters/identity/gbizid-claims.ts";
import { readStaffClaims } from "#app/adapters/identity/staff-claims.ts";

const primeOfCorporation = {
  sub: "80412",
  account_type: "2",
  corp_type: "1",
  corporate_number: "7990001000001",
  name: "株式会社つばめ精密製作所",
  en_name: "",
  prefecture_name: "15",
  address1: "燕市",
  address2: "仮町１丁目２番３号",
  rep_last_nm: "早川",
  rep_first_nm: "美咲",
  rep_last_nm_kana: "ハヤカワ",
  rep_first_nm_kana: "ミサキ",
  birthday_ymd: "19780412",
  user_last_nm: "小田",
  user_first_nm: "航",
  user_department: "経理課",
  user_tel_no_contact: "0256000000",
  mandate_info: [],
  email: "oda@example.jp",
  user_email: "oda@example.jp",
};

const read = (changes: Readonly<Record<string, unknown>> = {}) =>
  readApplicantClaims({ ...primeOfCorporation, ...changes });

describe("GビズID の属性の読み替え", () => {
  it("プライム法人の属性がすべて読める", () => {
    expect(read()).toEqual({
      ok: true,
      value: {
        kind: "applicant",
        accountType: "prime",
        corporationType: "corporation",
        companyKey: "7990001000001",
        companyName: "株式会社つばめ精密製作所",
        prefectureCode: "15",
        address: "燕市仮町１丁目２番３号",
        representativeName: "早川 美咲",
        representativeBirthDate: "1978-04-12",
        userName: "小田 航",
        userDepartment: "経理課",
        email: "oda@example.jp",
        telephone: "0256000000",
        parentSubject: null,
        raw: primeOfCorporation,
      },
    });
  });

  it.each([
    ["文字の 1 はエントリー", { account_type: "1" }, { accountType: "entry" }],
    [
      "文字の 3 はメンバー",
      { account_type: "3", parent_id: "80412" },
      { accountType: "member", parentSubject: "80412" },
    ],
    ["数の 2 もプライム", { account_type: 2, corp_type: 1 }, { accountType: "prime" }],
    ["数の sub を持つ親も文字列になる", { account_type: 3, parent_id: 80412 }, { parentSubject: "80412" }],
    ["YYYY-MM-DD の生年月日", { birthday_ymd: "1978-04-12" }, { representativeBirthDate: "1978-04-12" }],
    ["YYYYMMDD の生年月日", { birthday_ymd: "20000229" }, { representativeBirthDate: "2000-02-29" }],
    ["空の生年月日", { birthday_ymd: "" }, { representativeBirthDate: null }],
    ["暦に無い生年月日は使わない", { birthday_ymd: "20010229" }, { representativeBirthDate: null }],
    ["読めない生年月日は使わない", { birthday_ymd: "昭和53年" }, { representativeBirthDate: null }],
    ["先頭の 0 が落ちた都道府県コード", { prefecture_name: 4 }, { prefectureCode: "04" }],
    [
      "空の任意項目は null",
      { user_department: "", user_tel_no_contact: "" },
      { userDepartment: null, telephone: null },
    ],
    [
      "キーの無い任意項目も null",
      { user_department: undefined, address2: null },
      { userDepartment: null, address: "燕市" },
    ],
    ["email が空なら user_email", { email: "", user_email: "old@example.jp" }, { email: "old@example.jp" }],
    ["前後の空白は除く", { name: " 株式会社A　" }, { companyName: "株式会社A" }],
  ])("%s", (_title, changes, expected) => {
    expect(read(changes)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ["屋号があれば屋号", "喫茶みなと", "喫茶みなと"],
    ["屋号が空なら代表者の氏名", "", "早川 美咲"],
  ])("個人事業主は%sで呼び、管理番号の検査数字は確かめない", (_title, name, companyName) => {
    expect(read({ corp_type: "2", corporate_number: "1000000081530", name })).toMatchObject({
      ok: true,
      value: { corporationType: "soleProprietor", companyKey: "1000000081530", companyName },
    });
  });

  it.each([
    ["法人の検査数字の誤り", { corporate_number: "8990001000001" }, "corporateNumber", ["corporate_number"]],
    ["桁の足りない法人番号", { corporate_number: "799000100000" }, "corporateNumber", ["corporate_number"]],
    [
      "個人事業主の 13 桁でない番号",
      { corp_type: "2", corporate_number: "12345" },
      "soleProprietorNumber",
      ["corporate_number"],
    ],
    ["知らないアカウント種別", { account_type: "4" }, "shape", ["account_type"]],
    [
      "知らない事業形態と都道府県名",
      { corp_type: "9", prefecture_name: "新潟県" },
      "shape",
      ["corp_type", "prefecture_name"],
    ],
    ["48 番の都道府県", { prefecture_name: "48" }, "shape", ["prefecture_name"]],
    ["文字列でない氏名", { user_last_nm: { text: "小田" } }, "shape", ["user_last_nm"]],
  ])("%sは claimsInvalid で断る", (_title, changes, reason, claims) => {
    expect(read(changes)).toEqual({
      ok: false,
      error: { kind: "claimsInvalid", detail: { stage: "claims", reason }, claims },
    });
  });

  it.each([
    ["account_type"],
    ["corp_type"],
    ["corporate_number"],
    ["name"],
    ["prefecture_name"],
    ["address1"],
    ["rep_last_nm"],
    ["rep_first_nm"],
    ["user_last_nm"],
    ["user_first_nm"],
  ])("必要な属性 %s が空文字でも無くても claimsIncomplete で、名だけを返す", (claim) => {
    const expected = {
      ok: false,
      error: { kind: "claimsIncomplete", detail: { stage: "claims", reason: "empty" }, claims: [claim] },
    };
    expect(read({ [claim]: "" })).toEqual(expected);
    expect(read({ [claim]: undefined })).toEqual(expected);
  });

  it("メールアドレスはどちらの名でも無ければ claimsIncomplete", () => {
    expect(read({ email: "", user_email: "" })).toMatchObject({ ok: false, error: { claims: ["email"] } });
  });

  it("知らない属性は写しに残さない", () => {
    const claims = read({ verified_claims: { secret: 1 } });
    expect(claims.ok && claims.value.raw).toEqual(primeOfCorporation);
  });

  it("どんな JSON が来ても例外にならず、断る理由に値を含まない", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(primeOfCorporation)), (value, claim) => {
        for (const result of [readApplicantClaims(value), read({ [claim]: value })]) {
          if (result.ok) continue;
          expect(Object.keys(result.error).toSorted()).toEqual(["claims", "detail", "kind"]);
          for (const name of result.error.claims) expect(name).toMatch(/^[a-z0-9_]*$/);
        }
      }),
    );
  });
});

describe("職員の属性の読み替え", () => {
  it.each([
    [
      "一覧",
      ["office:meti-tohoku:reviewer", "role:auditor"],
      ["office:meti-tohoku:reviewer", "role:auditor"],
    ],
    ["一つの文字列", "role:auditor", ["role:auditor"]],
    ["無し", undefined, []],
    ["重なりと空", ["role:auditor", " role:auditor ", ""], ["role:auditor"]],
  ])("groups が%sでも一覧になる", (_title, groups, expected) => {
    const claims = readStaffClaims({ sub: "s1", name: "佐藤 亮", email: "sato@staff.example.jp", groups });
    expect(claims).toEqual({
      ok: true,
      value: { kind: "staff", name: "佐藤 亮", email: "sato@staff.example.jp", groups: expected },
    });
  });

  it("氏名やメールアドレスが空なら claimsIncomplete、groups の形が違えば claimsInvalid", () => {
    expect(readStaffClaims({ sub: "s1", name: "" })).toMatchObject({
      ok: false,
      error: { kind: "claimsIncomplete", claims: ["name", "email"] },
    });
    expect(readStaffClaims({ name: "佐藤 亮", email: "a@example.jp", groups: { a: 1 } })).toMatchObject({
      ok: false,
      error: { kind: "claimsInvalid", claims: ["groups"] },
    });
  });
});
