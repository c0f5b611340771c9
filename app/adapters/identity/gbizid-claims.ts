/**
 * GビズID の UserInfo の属性。名前と実際の中身が違うもの（prefecture_name は都道府県コード）や、
 * 形が一つに定まらないもの（account_type は文字列か数、生年月日は二通り）をここで揃える。
 */
import { z } from "zod";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import { civilDateOf, claimText } from "./claim-text.ts";
import type { ApplicantClaims, ClaimsFault } from "./identity-port.ts";

const codeOf = <T extends string>(codes: Readonly<Record<string, T>>) =>
  claimText.transform((text, context) => {
    if (text === undefined) return undefined;
    const value = Object.hasOwn(codes, text) ? codes[text] : undefined;
    if (value === undefined) context.addIssue({ code: "custom", message: "unknown code" });
    return value;
  });

const prefectureCode = claimText.transform((text, context) => {
  if (text === undefined) return undefined;
  const code = text.padStart(2, "0");
  if (!/^(0[1-9]|[1-3][0-9]|4[0-7])$/.test(code)) {
    context.addIssue({ code: "custom", message: "not a JIS X 0401 prefecture code" });
  }
  return code;
});

const gbizidUserInfo = z.object({
  account_type: codeOf({ "1": "entry", "2": "prime", "3": "member" } as const),
  corp_type: codeOf({ "1": "corporation", "2": "soleProprietor" } as const),
  parent_id: claimText,
  corporate_number: claimText,
  name: claimText,
  en_name: claimText,
  prefecture_name: prefectureCode,
  address1: claimText,
  address2: claimText,
  rep_last_nm: claimText,
  rep_first_nm: claimText,
  rep_last_nm_kana: claimText,
  rep_first_nm_kana: claimText,
  birthday_ymd: claimText,
  user_last_nm: claimText,
  user_first_nm: claimText,
  user_last_nm_kana: claimText,
  user_first_nm_kana: claimText,
  user_post_code: claimText,
  user_prefecture_name: claimText,
  user_address1: claimText,
  user_address2: claimText,
  user_address3: claimText,
  user_department: claimText,
  user_tel_no_contact: claimText,
  user_birthday_ymd: claimText,
  email: claimText,
  user_email: claimText,
  mandate_info: z
    .array(z.object({ client_id: z.string() }))
    .nullish()
    .transform((value) => value ?? []),
});

const fault = (kind: ClaimsFault["kind"], reason: string, claims: readonly string[]) =>
  refuse({ kind, detail: { stage: "claims" as const, reason }, claims });

const fullName = (last: string, first: string) => `${last} ${first}`;

function companyKeyOf(type: ApplicantClaims["corporationType"], number: string): Result<string, ClaimsFault> {
  if (type === "corporation") {
    const parsed = parseCorporateNumber(number);
    return parsed.ok ? ok(parsed.value) : fault("claimsInvalid", "corporateNumber", ["corporate_number"]);
  }
  return /^\d{13}$/.test(number)
    ? ok(number)
    : fault("claimsInvalid", "soleProprietorNumber", ["corporate_number"]);
}

function everyPresent<T extends Readonly<Record<string, unknown>>>(
  values: T,
): values is { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.values(values).every((value) => value !== undefined);
}

function snapshotOf(userInfo: unknown): Readonly<Record<string, unknown>> {
  const received = userInfo as Readonly<Record<string, unknown>>;
  const known = ["sub", ...Object.keys(gbizidUserInfo.shape)].filter((claim) =>
    Object.hasOwn(received, claim),
  );
  return Object.fromEntries(known.map((claim) => [claim, structuredClone(received[claim])]));
}

/**
 * GビズID の UserInfo を読む。
 * @param userInfo UserInfo の JSON
 * @returns 申請者の属性
 * @remarks 必要な属性が空なら claimsIncomplete（屋号の無い個人事業主の name は許す）。
 * 知らない種別、都道府県コードの誤り、法人の法人番号の検査数字の誤り、個人事業主の管理番号が 13 桁の数字でない場合は
 * claimsInvalid。個人事業主の管理番号は検査数字を確かめない。
 */
export function readApplicantClaims(userInfo: unknown): Result<ApplicantClaims, ClaimsFault> {
  const parsed = gbizidUserInfo.safeParse(userInfo);
  if (!parsed.success) {
    return fault("claimsInvalid", "shape", [
      ...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? ""))),
    ]);
  }
  const info = parsed.data;
  const mandatory = {
    account_type: info.account_type,
    corp_type: info.corp_type,
    corporate_number: info.corporate_number,
    prefecture_name: info.prefecture_name,
    address1: info.address1,
    rep_last_nm: info.rep_last_nm,
    rep_first_nm: info.rep_first_nm,
    user_last_nm: info.user_last_nm,
    user_first_nm: info.user_first_nm,
    email: info.email ?? info.user_email,
    name: info.name ?? (info.corp_type === "soleProprietor" ? "" : undefined),
  };
  if (!everyPresent(mandatory)) {
    const empty = Object.entries(mandatory).filter(([, value]) => value === undefined);
    return fault(
      "claimsIncomplete",
      "empty",
      empty.map(([claim]) => claim),
    );
  }
  const companyKey = companyKeyOf(mandatory.corp_type, mandatory.corporate_number);
  if (!companyKey.ok) return companyKey;
  const representativeName = fullName(mandatory.rep_last_nm, mandatory.rep_first_nm);
  return ok({
    kind: "applicant",
    accountType: mandatory.account_type,
    corporationType: mandatory.corp_type,
    companyKey: companyKey.value,
    companyName: mandatory.name || representativeName,
    prefectureCode: mandatory.prefecture_name,
    address: `${mandatory.address1}${info.address2 ?? ""}`,
    representativeName,
    representativeBirthDate: civilDateOf(info.birthday_ymd),
    userName: fullName(mandatory.user_last_nm, mandatory.user_first_nm),
    userDepartment: info.user_department ?? null,
    email: mandatory.email,
    telephone: info.user_tel_no_contact ?? null,
    parentSubject: info.parent_id ?? null,
    raw: snapshotOf(userInfo),
  });
}
