/**
 * 認定通知書（CertificationNotice）の内容。法第17条第1項。
 * 発行時にこの値を凍結して保存し、PDF はこの値だけから作る。文言と番号の書式は rulebook の版から来る。
 */
export type CertificationNotice = {
  /** 帳票の版（例: "certification-notice/v1"）。 */
  readonly templateVersion: string;
  /** 文書番号（例: 20261205東北第1号）。 */
  readonly documentNumber: string;
  /** 認定日 YYYY-MM-DD。帳票では和暦。 */
  readonly issuedOn: string;
  readonly addressee: {
    readonly address: string;
    readonly name: string;
    /** 代表者の役職名及び氏名。個人事業主では空。 */
    readonly representative: string;
  };
  readonly signatory: {
    /** 例: 東北経済産業局長 */
    readonly title: string;
    /** 個人名を記さない局では null。 */
    readonly name: string | null;
    /** 例: （公印省略） */
    readonly sealNote: string;
  };
  /** 例: 経営力向上計画に係る認定について */
  readonly subject: string;
  /** 本文。段落の配列。 */
  readonly body: readonly string[];
  /** 「記」の項目。 */
  readonly items: readonly { readonly label: string; readonly value: string }[];
  /** 真正性の確認の仕方。発行の前の控えと、符号の無かった頃の通知書には無い。 */
  readonly verification?:
    | {
        /** 四字ずつ区切った符号。 */
        readonly code: string;
        /** 確認の画面。QR にもなる。 */
        readonly url: string;
      }
    | undefined;
};
