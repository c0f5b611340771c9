/** ログイン。模擬の発行者の画面で、デモ用のアカウントを選ぶ。 */
import { z } from "zod";
import { demoApplicants, demoStaff } from "#app/adapters/identity/embedded/demo-accounts.ts";
import type { Shown, Visitor } from "../visitor.ts";

/** 手続に出てくる人。値は発行者でのログインID。 */
export const people = {
  aoba: "takahashi@aoba.example.jp",
  aobaMember: "oda@aoba.example.jp",
  seishin: "sakiyama@seishin.example.jp",
  yoshikawa: "yoshikawa@yoshikawa.example.jp",
  yamabuki: "nakamura@yamabuki.example.jp",
  tohokuReviewer: "tohoku-reviewer",
  tohokuManager: "tohoku-manager",
  kobeReviewer: "kobe-reviewer",
  kinkiSeibiReviewer: "kinki-seibi-reviewer",
  kantoReviewer: "kanto-reviewer",
  tohokuUnyuManager: "tohoku-unyu-manager",
  tohokuKoseiManager: "tohoku-kosei-manager",
  administrator: "administrator-1",
  secondAdministrator: "administrator-2",
  auditor: "auditor",
} as const;

export type Person = keyof typeof people;

export type Account = { readonly name: string; readonly companyKey: string; readonly staff: boolean };

/** 職員の属性に会社はない。 */
const companyOf = z.object({ corporate_number: z.string().default("") });

export function accountOf(person: Person): Account {
  const loginId = people[person];
  const applicant = demoApplicants.find((account) => account.loginId === loginId);
  const account = applicant ?? demoStaff.find((one) => one.loginId === loginId);
  if (account === undefined) throw new Error(`デモ用のアカウント ${loginId} がありません。`);
  return {
    name: account.displayName,
    companyKey: companyOf.parse(account.userInfo).corporate_number,
    staff: applicant === undefined,
  };
}

/** ログインの入口を開いて、その人としてログインする。 */
export async function logInAs(visitor: Visitor, person: Person): Promise<Shown> {
  await visitor.open(accountOf(person).staff ? "/login/staff" : "/login");
  return passLogIn(visitor, person);
}

/** いま出ているログインの入口から、その人としてログインする。 */
export async function passLogIn(visitor: Visitor, person: Person): Promise<Shown> {
  const { name, staff } = accountOf(person);
  await visitor.press(staff ? "職員用アカウントでログイン" : "GビズIDでログイン");
  return visitor.press(`${name}としてログイン`);
}
