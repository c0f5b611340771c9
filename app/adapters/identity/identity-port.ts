/**
 * 本人確認の口。申請者（GビズID）と職員（府省の OpenID Provider）のログインを、画面と usecases から
 * 同じ形で使うための型だけを置く。属性は UserInfo だけから取り、トークンはこの口の外に出さない。
 */
import type { Result } from "#app/domain/result.ts";

/** ログインの相手。申請者は GビズID、職員は府省の OpenID Provider。 */
export type IssuerKind = "applicant" | "staff";

/**
 * 始めたログイン一回分の控え。平らな JSON なのでそのまま保存できる。一度しか使ってはならない。
 * `codeVerifier` は秘密であり、画面・URL・ログに出してはならない。
 */
export interface LoginAttempt {
  readonly issuerKind: IssuerKind;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** ログイン後に戻る場所。許可した道筋かどうかは呼ぶ側が確かめる。 */
  readonly returnTo: string;
  /** 始めた時刻（UTC の ISO 文字列）。 */
  readonly startedAt: string;
  /** true なら、始めた時刻より後に認証し直したことを求める（申請直前の再認証）。 */
  readonly reauthenticate: boolean;
}

/** アカウント種別。entry は身元確認なしで、下書きと印刷まで。 */
export type GbizidAccountType = "entry" | "prime" | "member";

/** 申請者の属性。 */
export interface ApplicantClaims {
  readonly kind: "applicant";
  readonly accountType: GbizidAccountType;
  readonly corporationType: "corporation" | "soleProprietor";
  /** 13 桁。法人は法人番号、個人事業主は管理番号。URL の :company になる。 */
  readonly companyKey: string;
  /** 法人名または屋号。屋号の無い個人事業主は代表者の氏名。 */
  readonly companyName: string;
  /** 都道府県コード（JIS X 0401、2 桁）。 */
  readonly prefectureCode: string;
  /** 市区町村以下の住所。都道府県名は含まない。 */
  readonly address: string;
  readonly representativeName: string;
  /** 代表者の生年月日（YYYY-MM-DD）。エントリーでは返らない。 */
  readonly representativeBirthDate: string | null;
  readonly userName: string;
  readonly userDepartment: string | null;
  readonly email: string;
  readonly telephone: string | null;
  /** メンバーの親であるプライムの sub。 */
  readonly parentSubject: string | null;
  /** 受け取った属性のうち、この仕様で知っているものの写し。 */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** 職員の属性。groups は Provider が返したままの文字列。 */
export interface StaffClaims {
  readonly kind: "staff";
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
}

/** 確かめ終えた本人。利用者は issuer と subject の組で決まり、メールアドレスでは決まらない。 */
export interface VerifiedIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** 認証した時刻（UTC の ISO 文字列）。ID トークンの auth_time、無ければ iat。 */
  readonly authenticatedAt: string;
  readonly claims: ApplicantClaims | StaffClaims;
}

/** どの段で失敗したか。 */
export type IdentityStage = "discovery" | "authorization" | "token" | "userinfo" | "claims";

/**
 * 失敗の詳しさ。ログに書いてよい語だけを持つ。トークン、認可コード、state、氏名、メールアドレス、
 * 相手の説明文は決して入れない。
 */
export interface FaultDetail {
  readonly stage: IdentityStage;
  /** 原因を表す英語の短い語。 */
  readonly reason: string;
  /** 相手が返した OAuth の error。英数字と記号の短い語でなければ "unrecognised"。 */
  readonly oauthError?: string;
  readonly httpStatus?: number;
}

/**
 * ログインの失敗。画面とログの扱いは次のとおり。
 * - accessDenied 利用者が取りやめた（info、トップへ戻す）
 * - stateMismatch state・控え・期限の不一致（warn、最初から）
 * - tokenInvalid 応答や ID トークンの検証に失敗（error、理由を示さず失敗）
 * - codeExpired 認可コードが使用済みか期限切れ（info、一度だけ自動でやり直す）
 * - userInfoRefused UserInfo が 401 または 403（error）
 * - subjectMismatch UserInfo の sub が ID トークンと違う（error）
 * - providerDown 応答なし、時間切れ、5xx、読めない応答（error、相手の障害）
 * - configuration こちらの設定の誤り（error、運用者に知らせる）
 * - claimsIncomplete 必要な属性が空（warn、マイページで直してもらう）
 * - claimsInvalid 属性の形が誤り。法人番号の検査数字の誤りを含む（error、企業を作らない）
 */
export type IdentityFault =
  | { readonly kind: "accessDenied"; readonly detail: FaultDetail }
  | { readonly kind: "stateMismatch"; readonly detail: FaultDetail }
  | { readonly kind: "tokenInvalid"; readonly detail: FaultDetail }
  | { readonly kind: "codeExpired"; readonly detail: FaultDetail }
  | { readonly kind: "userInfoRefused"; readonly detail: FaultDetail }
  | { readonly kind: "subjectMismatch"; readonly detail: FaultDetail }
  | { readonly kind: "providerDown"; readonly detail: FaultDetail }
  | { readonly kind: "configuration"; readonly detail: FaultDetail }
  | { readonly kind: "claimsIncomplete"; readonly detail: FaultDetail; readonly claims: readonly string[] }
  | { readonly kind: "claimsInvalid"; readonly detail: FaultDetail; readonly claims: readonly string[] };

/** 属性だけを見て分かる失敗。値は持たず、属性の名だけを持つ。 */
export type ClaimsFault = Extract<IdentityFault, { kind: "claimsIncomplete" | "claimsInvalid" }>;

/** OpenID Provider 一つ分のログイン。 */
export interface IdentityProvider {
  readonly issuer: string;
  /** Provider に登録した、このポータルの番号。 */
  readonly clientId: string;
  /** @returns 発行者がいま答えるか。30 秒ほど覚え、長くても 2 秒で答える。ログインの画面が前もって知らせるために使う */
  reachable(): Promise<boolean>;
  /**
   * ログインを始める。
   * @param input.returnTo ログイン後に戻る場所
   * @param input.prompt "login" なら認証のし直しを求め、`complete` が認証時刻を確かめる
   * @param input.loginHint ログイン画面にあらかじめ入れておくアカウント ID
   * @returns 利用者を送る先の URL と、保存すべき控え。相手に届かなければ拒否
   */
  begin(input: {
    readonly returnTo: string;
    readonly prompt?: "login";
    readonly loginHint?: string;
  }): Promise<Result<{ readonly redirectTo: string; readonly attempt: LoginAttempt }, IdentityFault>>;
  /**
   * 戻ってきたログインを確かめる。
   * @param input.callbackUrl 受けた URL。読むのは問合せ文字列だけで、場所は設定の公開 URL から組み直す
   * @param input.attempt `begin` が返した控え。呼ぶ側は先に保存先から消しておく
   * @returns 確かめ終えた本人。失敗は `IdentityFault`
   */
  complete(input: {
    readonly callbackUrl: URL;
    readonly attempt: LoginAttempt;
  }): Promise<Result<VerifiedIdentity, IdentityFault>>;
}
