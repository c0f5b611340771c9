/** 操作の主体。セッションや作業の入口で一度だけ作り、以後はこの値だけで権限を判断する。 */
import type { SharingScope } from "../sharing/scopes.ts";
import type { StaffRole } from "./roles.ts";

/** GビズID の種別。エントリーは下書きまでで、提出できない。 */
export type GbizAccountType = "entry" | "prime" | "member";

/** この手続の権限。granted 許されている（メンバーでなければいつも）、absent 許されていない、unknown 並びを受け取れず分からない。 */
export type Mandate = "granted" | "absent" | "unknown";

/** 職員への一つの割当て。 */
export type StaffAssignment = {
  readonly role: StaffRole;
  /** 提出先の符号。null は提出先に結び付かない役割 (企画課、管理者など)。 */
  readonly officeCode: string | null;
  /** 省庁の符号。null は全省庁。 */
  readonly ministry: string | null;
  /** 代決者の割当てで、誰の決裁に代わるか。 */
  readonly standsInFor?: Deputised;
};

/** 決裁を任せた人。 */
export type Deputised = { readonly id: string; readonly name: string };

/** ログインしていない人。 */
export type Visitor = { readonly kind: "visitor" };

/** 申請者。 */
export type ApplicantActor = {
  readonly kind: "applicant";
  readonly accountId: string;
  readonly displayName: string;
  /** 法人番号、個人事業主は個人事業主管理番号。 */
  readonly companyKey: string;
  readonly accountType: GbizAccountType;
  /** この手続の権限。メンバーでなければ granted。 */
  readonly mandate: Mandate;
  /** 認証した瞬間。UTC の ISO 文字列。 */
  readonly authenticatedAt: string;
};

/** 職員。 */
export type StaffActor = {
  readonly kind: "staff";
  readonly accountId: string;
  readonly displayName: string;
  readonly assignments: readonly StaffAssignment[];
  /** 認証した瞬間。UTC の ISO 文字列。 */
  readonly authenticatedAt: string;
};

/** 人の操作によらない処理。`job` は処理の名前。 */
export type SystemActor = { readonly kind: "system"; readonly job: string };

/** 連携先の情報システム。 */
export type ApiClientActor = {
  readonly kind: "apiClient";
  readonly clientId: string;
  readonly name: string;
  readonly scopes: readonly SharingScope[];
};

/** 操作の主体。 */
export type Actor = Visitor | ApplicantActor | StaffActor | SystemActor | ApiClientActor;

/** その役割の割当てを持つ職員か。画面の入口を選ぶために使い、権限の判断には `mayDo` を使う。 */
export const hasRole = (actor: Actor, role: StaffRole): boolean =>
  actor.kind === "staff" && actor.assignments.some((assignment) => assignment.role === role);

/**
 * 命令に添える、代決で決裁を任せた人。その局で代決をしていなければ空。
 * 自分も決裁者である人でも、任されている間の決定は代決として残す。
 */
export function deputyOf(actor: Actor, officeCode: string | null): { readonly onBehalfOf?: Deputised } {
  if (actor.kind !== "staff") return {};
  const found = actor.assignments.find(
    (one) => one.role === "substitute" && one.officeCode === officeCode,
  )?.standsInFor;
  return found === undefined ? {} : { onBehalfOf: found };
}

/** 割り当てられた提出先の符号。重なりなし。 */
export const officesOf = (actor: StaffActor): readonly string[] => [
  ...new Set(actor.assignments.flatMap(({ officeCode }) => (officeCode === null ? [] : [officeCode]))),
];
