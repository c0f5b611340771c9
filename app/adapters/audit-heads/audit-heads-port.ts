/** 監査の控えの置き場。データベースとは別の媒体に置く。一度置いた控えは書き換えない。 */
export type AuditHeads = {
  /**
   * @param day 控えの日（YYYY-MM-DD）
   * @param jws 署名した控え
   * @returns 置いてある控え。もうその日の控えがあれば、変えずにそれを返す
   */
  keep(day: string, jws: string): Promise<string>;
  /** 置いてある控え。古い日から。 */
  list(): Promise<readonly { readonly day: string; readonly jws: string }[]>;
};
