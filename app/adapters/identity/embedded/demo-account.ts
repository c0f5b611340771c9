/** 模擬 Provider のログイン一つ分。 */
export interface DemoAccount {
  /** OpenID Connect の sub。 */
  readonly subject: string;
  readonly loginId: string;
  /** 画面に示してあるパスワード。守るものは何も無い。 */
  readonly password: string;
  readonly displayName: string;
  /** 所属（企業名または官署名）。 */
  readonly organisation: string;
  /** 役割を表す日本語。 */
  readonly role: string;
  /** UserInfo で返す属性（sub を除く）。 */
  readonly userInfo: Readonly<Record<string, unknown>>;
}
